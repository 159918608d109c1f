package plugin

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"soundcheck/trustyai-datasource/pkg/engine"
	"soundcheck/trustyai-datasource/pkg/upstream"
)

// testScript does what the query wishes: see its source.
func testScript(t *testing.T) *engine.Program {
	t.Helper()
	source, err := os.ReadFile("../engine/testdata/script.js")
	if err != nil {
		t.Fatal(err)
	}
	program, err := engine.Compile("script.js", string(source))
	if err != nil {
		t.Fatal(err)
	}
	return program
}

func datasource(t *testing.T, program *engine.Program, serviceURL, jsonData string) *Datasource {
	t.Helper()
	return configured(t, program, backend.DataSourceInstanceSettings{
		UID: "uid", Name: "test", URL: serviceURL, JSONData: []byte(jsonData),
		// Used only where jsonData asks for client certificates.
		DecryptedSecureJSONData: map[string]string{"tlsClientCert": "no PEM", "tlsClientKey": "no PEM"},
	})
}

// configured makes the only data source of a process of its own.
func configured(t *testing.T, program *engine.Program, settings backend.DataSourceInstanceSettings) *Datasource {
	t.Helper()
	return inProcess(t, Process{program, upstream.NewShared(time.Now)}, settings)
}

func inProcess(t *testing.T, process Process, settings backend.DataSourceInstanceSettings) *Datasource {
	t.Helper()
	made, err := process.New(context.Background(), settings)
	if err != nil {
		t.Fatal(err)
	}
	return made.(*Datasource)
}

func startService(t *testing.T, handler http.HandlerFunc) string {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server.URL
}

func queryOf(t *testing.T, model map[string]any) *backend.QueryDataRequest {
	t.Helper()
	encoded, err := json.Marshal(model)
	if err != nil {
		t.Fatal(err)
	}
	to := time.UnixMilli(1767607872000)
	return &backend.QueryDataRequest{
		Headers: map[string]string{},
		Queries: []backend.DataQuery{{RefID: "A", JSON: encoded, TimeRange: backend.TimeRange{From: to.Add(-time.Hour), To: to}}},
	}
}

func ask(t *testing.T, source *Datasource, model map[string]any) backend.DataResponse {
	t.Helper()
	response, err := source.QueryData(context.Background(), queryOf(t, model))
	if err != nil {
		t.Fatal(err)
	}
	return response.Responses["A"]
}

type resourceCall struct{ method, path, params, role, body string }

type resourceReply struct {
	status int
	body   string
}

func callResource(t *testing.T, source *Datasource, call resourceCall) resourceReply {
	t.Helper()
	return callResourceIn(t, context.Background(), source, call)
}

func callResourceIn(t *testing.T, ctx context.Context, source *Datasource, call resourceCall) resourceReply {
	t.Helper()
	request := &backend.CallResourceRequest{Method: call.method, Path: call.path, URL: call.path + "?" + call.params, Body: []byte(call.body)}
	if call.role != "" {
		request.PluginContext.User = &backend.User{Role: call.role}
	}
	var reply resourceReply
	err := source.CallResource(ctx, request, backend.CallResourceResponseSenderFunc(
		func(response *backend.CallResourceResponse) error {
			reply = resourceReply{response.Status, string(response.Body)}
			return nil
		}))
	if err != nil {
		t.Fatal(err)
	}
	return reply
}

// readModels reads "models" as a Viewer with parameters, and decodes the reply.
func readModels(t *testing.T, source *Datasource, params url.Values, into any) {
	t.Helper()
	reply := callResource(t, source, resourceCall{"GET", "models", params.Encode(), "Viewer", ""})
	if reply.status != http.StatusOK {
		t.Fatalf("status %d: %s", reply.status, reply.body)
	}
	if err := json.Unmarshal([]byte(reply.body), into); err != nil {
		t.Fatal(err)
	}
}
