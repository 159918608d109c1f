package plugin

import (
	"context"
	"crypto/x509"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"
	"github.com/grafana/grafana-plugin-sdk-go/experimental/datasourcetest"
	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"

	"soundcheck/trustyai-datasource/pkg/upstream"
)

const (
	password  = "pass-0-word"
	token     = "to-0-ken"
	forwarded = "for-0-warded"
)

// recorder keeps what is logged.
type recorder struct {
	log.Logger
	mu    *sync.Mutex
	lines *[]string
	with  []any
}

func (r recorder) note(message string, args ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	*r.lines = append(*r.lines, fmt.Sprintln(append([]any{message}, append(r.with, args...)...)...))
}

func (r recorder) Debug(message string, args ...any) { r.note(message, args...) }
func (r recorder) Info(message string, args ...any)  { r.note(message, args...) }
func (r recorder) Warn(message string, args ...any)  { r.note(message, args...) }
func (r recorder) Error(message string, args ...any) { r.note(message, args...) }
func (r recorder) With(args ...any) log.Logger {
	r.with = append(slices.Clone(r.with), args...)
	return r
}
func (r recorder) FromContext(ctx context.Context) log.Logger {
	return r.With(log.ContextualAttributesFromContext(ctx)...)
}

// secured are settings with every kind of secret, and the service they fit. At /headers it tells what it was sent, at
// all other paths it fails.
func secured(t *testing.T) *backend.DataSourceInstanceSettings {
	t.Helper()
	own := newAuthority(t)
	certificate, key := own.issue(t, "data source", x509.ExtKeyUsageClientAuth)
	service := startSecure(t, own, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/headers" {
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		_, pass, _ := r.BasicAuth()
		_, _ = fmt.Fprint(w, pass, " ", r.Header.Get("X-Token"), " ", r.Header.Get("Cookie"), " ", r.TLS.PeerCertificates[0].Subject.CommonName)
	})
	return &backend.DataSourceInstanceSettings{
		ID: 1, UID: "u", Type: "soundcheck-trustyai-datasource", URL: service, BasicAuthEnabled: true, BasicAuthUser: "ann",
		JSONData: []byte(`{"tlsAuth": true, "tlsAuthWithCACert": true, "httpHeaderName1": "X-Token", "keepCookies": ["session"], "scheduling": "editors"}`),
		DecryptedSecureJSONData: map[string]string{
			"basicAuthPassword": password, "httpHeaderValue1": token,
			"tlsCACert": own.pem, "tlsClientCert": certificate, "tlsClientKey": key,
		},
	}
}

// startPlugin serves as the process does for Grafana, and gives Grafana's side of it.
func startPlugin(t *testing.T) *datasourcetest.TestPluginClient {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	_ = listener.Close()
	process := Process{testScript(t), upstream.NewShared(time.Now)}
	served, err := datasourcetest.Manage(process.New, datasourcetest.ManageOpts{Address: address})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = served.Shutdown() })
	return served.Client
}

var wired atomic.Bool

// The whole way of Grafana's calls, over gRPC and through the SDK's middlewares.
func TestOverTheWire(t *testing.T) {
	if wired.Swap(true) {
		t.Skip("SKIPPED: the SDK registers its metrics once in a process, so a second run is not possible")
	}
	before := log.DefaultLogger
	t.Cleanup(func() { log.DefaultLogger, backend.Logger = before, before })
	var mu sync.Mutex
	lines := []string{}
	log.DefaultLogger = recorder{log.NewNullLogger(), &mu, &lines, nil}
	backend.Logger = log.DefaultLogger
	client := startPlugin(t)
	from := backend.PluginContext{DataSourceInstanceSettings: secured(t), User: &backend.User{Login: "ann", Role: "Editor"}}

	var replies []string
	call := func(method, path, body string) string {
		request := &backend.CallResourceRequest{PluginContext: from, Method: method, Path: path, URL: path + "?do=call&path=/headers", Body: []byte(body)}
		request.SetHTTPHeader("Cookie", "session="+forwarded)
		err := client.CallResource(context.Background(), request, backend.CallResourceResponseSenderFunc(func(got *backend.CallResourceResponse) error {
			replies = append(replies, fmt.Sprint(got.Status, " ", string(got.Body)))
			return nil
		}))
		if err != nil {
			t.Fatal(err)
		}
		return replies[len(replies)-1]
	}
	query := func(model map[string]any) backend.DataResponse {
		request := queryOf(t, model)
		request.PluginContext = from
		request.SetHTTPHeader("Cookie", "session="+forwarded)
		response, err := client.QueryData(context.Background(), request)
		if err != nil {
			t.Fatal(err)
		}
		return response.Responses["A"]
	}

	t.Run("secrets, own authority, client certificate and user's cookie reach the service", func(t *testing.T) {
		want := password + " " + token + " session=" + forwarded + " data source"
		if got := call("GET", "models", ""); !strings.Contains(got, want) {
			t.Errorf("got %s, want %s", got, want)
		}
	})
	t.Run("error source", func(t *testing.T) {
		for wish, want := range map[string]backend.ErrorSource{"refused": backend.ErrorSourceDownstream, "explode": backend.ErrorSourcePlugin} {
			if got := query(map[string]any{"do": wish}); got.Error == nil || got.ErrorSource != want {
				t.Errorf("%s: got %v of %q", wish, got.Error, got.ErrorSource)
			}
		}
	})
	t.Run("no secret is logged", func(t *testing.T) {
		call("POST", "schedules/create", `{"do": "call", "requests": [{"method": "POST", "path": "/w", "write": true}]}`)
		call("GET", "unknown", "")
		query(map[string]any{"do": "call", "path": "/fails"})
		query(map[string]any{"do": "tell"})
		from.DataSourceInstanceSettings.DecryptedSecureJSONData["tlsClientKey"] = "no key: " + token
		from.DataSourceInstanceSettings.Updated = time.Now()
		query(map[string]any{"do": "call"})
		mu.Lock()
		defer mu.Unlock()
		logged := strings.Join(lines, "")
		for _, expected := range []string{"a user changes the service", "resource schedules/create role Editor", "operation failed", "cannot be used"} {
			if !strings.Contains(logged, expected) {
				t.Errorf("%q is not logged:\n%s", expected, logged)
			}
		}
		for _, secret := range []string{password, token, forwarded, "PRIVATE KEY"} {
			if strings.Contains(logged, secret) {
				t.Errorf("%q is logged:\n%s", secret, logged)
			}
		}
	})
	t.Run("metrics", func(t *testing.T) {
		for range 2 {
			query(map[string]any{"do": "tell"})
		}
		got, err := client.DiagnosticsClient.CollectMetrics(context.Background(), &pluginv2.CollectMetricsRequest{})
		if err != nil {
			t.Fatal(err)
		}
		text := string(got.Metrics.Prometheus)
		for _, name := range []string{
			`soundcheck_calls_total{outcome="2xx"}`, `soundcheck_calls_total{outcome="5xx"}`, "soundcheck_step_seconds_count",
			"soundcheck_expensive_wait_seconds_count", "go_memstats_heap_alloc_bytes",
		} {
			if !strings.Contains(text, name) {
				t.Errorf("%s is missing", name)
			}
		}
	})
}
