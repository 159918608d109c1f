package plugin

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

const nowhere = "http://127.0.0.1:1"

func TestFramesReachGrafana(t *testing.T) {
	response := ask(t, datasource(t, testScript(t), nowhere, ""), map[string]any{"do": "frames"})
	if response.Error != nil {
		t.Fatal(response.Error)
	}
	if len(response.Frames) != 2 || response.Frames[0].RefID != "A" || response.Frames[1].RefID != "own" {
		t.Fatalf("got %v", response.Frames)
	}
	// What Grafana is sent can be encoded, NaN and infinities included.
	if _, err := json.Marshal(response.Frames); err != nil {
		t.Error(err)
	}
	if _, err := response.Frames[0].MarshalArrow(); err != nil {
		t.Error(err)
	}
}

func TestErrorsHaveASentenceAndASource(t *testing.T) {
	cases := []struct {
		wish, message string
		source        backend.ErrorSource
		status        backend.Status
	}{
		{"refused", "The service refuses: 401.", backend.ErrorSourceDownstream, backend.StatusBadGateway},
		{"fault", "Choose a model.", backend.ErrorSourcePlugin, backend.StatusInternal},
		{"explode", "own code failed", backend.ErrorSourcePlugin, backend.StatusInternal},
		{"wrongFrame", "value 0 is one, which is no number", backend.ErrorSourcePlugin, backend.StatusInternal},
		{"spin", "was stopped", backend.ErrorSourcePlugin, backend.StatusInternal},
		{"forever", "more than 1000 calls", backend.ErrorSourcePlugin, backend.StatusInternal},
	}
	service := startService(t, func(http.ResponseWriter, *http.Request) {})
	source := datasource(t, testScript(t), service, "")
	for _, c := range cases {
		t.Run(c.wish, func(t *testing.T) {
			got := ask(t, source, map[string]any{"do": c.wish})
			if got.Error == nil || !strings.Contains(got.Error.Error(), c.message) || got.ErrorSource != c.source || got.Status != c.status {
				t.Errorf("got %v of %q, status %d", got.Error, got.ErrorSource, got.Status)
			}
		})
	}
}

// A long computation asks for nothing between its steps: it is no traffic, but its time is limited too.
func TestStepsWithoutCalls(t *testing.T) {
	source := datasource(t, testScript(t), nowhere, "")
	if got := ask(t, source, map[string]any{"do": "ponder", "steps": 2 * maxCalls}); got.Error != nil {
		t.Errorf("many steps: %v", got.Error)
	}
	soon, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	response, err := source.QueryData(soon, queryOf(t, map[string]any{"do": "ponder"}))
	if err != nil {
		t.Fatal(err)
	}
	got := response.Responses["A"]
	if got.Error == nil || !strings.Contains(got.Error.Error(), "was stopped") || got.ErrorSource != backend.ErrorSourcePlugin {
		t.Errorf("for ever: %v of %q", got.Error, got.ErrorSource)
	}
}

func TestWrongSettingsAreTheAnswer(t *testing.T) {
	for name, c := range map[string]struct{ url, jsonData, want string }{
		"no URL":      {"", "", "cannot be used: the URL must look like http://"},
		"wrong URL":   {"service", "", "must look like http://"},
		"settings":    {nowhere, "[1]", "settings of this data source cannot be used"},
		"certificate": {nowhere, `{"tlsAuth": true}`, "settings of this data source cannot be used: "},
	} {
		t.Run(name, func(t *testing.T) {
			source := datasource(t, testScript(t), c.url, c.jsonData)
			got := ask(t, source, map[string]any{"do": "frames"})
			if got.Error == nil || !strings.Contains(got.Error.Error(), c.want) || got.ErrorSource != backend.ErrorSourceDownstream {
				t.Errorf("got %v of %q", got.Error, got.ErrorSource)
			}
			health, err := source.CheckHealth(context.Background(), &backend.CheckHealthRequest{})
			if err != nil || health.Status != backend.HealthStatusError || !strings.Contains(health.Message, c.want) {
				t.Errorf("health: %v, %v", health, err)
			}
		})
	}
}

func TestWhatTheScriptMayKnow(t *testing.T) {
	request := queryOf(t, map[string]any{"do": "tell"})
	for header, want := range map[string]bool{"": false, "FromAlert": true, "http_X-Grafana-From-Expr": true} {
		request.Headers = map[string]string{header: "true"}
		if got := fromAlert(request); got != want {
			t.Errorf("header %q: from an alert is %v", header, got)
		}
	}
	request.Headers = map[string]string{"FromAlert": "true"}
	request.Queries[0].JSON = []byte(`{"do": "tell", "refId": "Z", "model": "m"}`)
	request.Queries[0].QueryType = "latest"
	for settings, want := range map[string]string{
		`{"dialect": "python"}`:   `"forwardsIdentity":false`,
		`{"oauthPassThru": true}`: `"forwardsIdentity":true`,
	} {
		response, err := datasource(t, testScript(t), nowhere, settings).QueryData(context.Background(), request)
		if err != nil || response.Responses["A"].Error != nil {
			t.Fatalf("got %v, %v", response.Responses["A"].Error, err)
		}
		told := response.Responses["A"].Frames[0].At(0, 0).(string)
		for _, part := range []string{
			want, `"fromAlert":true`, `"operation":"query"`, `"refId":"A"`, `"queryType":"latest"`, `"model":"m"`,
			`"timeRange":{"from":1767604272000,"to":1767607872000}`, `"settings":` + strings.ReplaceAll(settings, " ", ""),
		} {
			if !strings.Contains(told, part) {
				t.Errorf("%s is not in %s", part, told)
			}
		}
	}
}

func TestEachQueryAnswersForItself(t *testing.T) {
	source := datasource(t, testScript(t), nowhere, "")
	request := queryOf(t, map[string]any{"do": "frames"})
	request.Queries = append(request.Queries,
		backend.DataQuery{RefID: "B", JSON: []byte(`{"do": "refused"}`)},
		backend.DataQuery{RefID: "C", JSON: []byte(`"no object"`)},
		backend.DataQuery{RefID: "D", JSON: []byte(`null`)})
	response, err := source.QueryData(context.Background(), request)
	if err != nil {
		t.Fatal(err)
	}
	if a := response.Responses["A"]; a.Error != nil || len(a.Frames) != 2 {
		t.Errorf("A: %v", a.Error)
	}
	if b := response.Responses["B"]; b.Error == nil || b.ErrorSource != backend.ErrorSourceDownstream {
		t.Errorf("B: %v", b.Error)
	}
	for _, refID := range []string{"C", "D"} {
		if got := response.Responses[refID].Error; got == nil || !strings.Contains(got.Error(), "is not a JSON object") {
			t.Errorf("%s: %v", refID, got)
		}
	}
}

func TestHealthIsTheScripts(t *testing.T) {
	for settings, want := range map[string]backend.CheckHealthResult{
		`{"health": "healthy"}`: {Status: backend.HealthStatusOk, Message: "well", JSONDetails: []byte(`{"dialect":"test"}`)},
		`{"health": "refused"}`: {Status: backend.HealthStatusError, Message: "The service refuses: 401."},
	} {
		got, err := datasource(t, testScript(t), nowhere, settings).CheckHealth(context.Background(), &backend.CheckHealthRequest{})
		if err != nil || got.Status != want.Status || got.Message != want.Message || string(got.JSONDetails) != string(want.JSONDetails) {
			t.Errorf("%s: got %+v, %v", settings, got, err)
		}
	}
}
