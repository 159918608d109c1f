package contract

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"soundcheck/trustyai-datasource/pkg/plugin"
	"soundcheck/trustyai-datasource/pkg/upstream"
)

// counter passes calls on to the service and counts them by method and path.
type counter struct {
	mu        sync.Mutex
	calls     map[string]int
	computing atomic.Int32
	most      atomic.Int32
}

func (c *counter) inFrontOf(t *testing.T, service string) string {
	t.Helper()
	target, err := url.Parse(service)
	if err != nil {
		t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(target)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c.mu.Lock()
		c.calls[r.Method+" "+r.URL.Path]++
		c.mu.Unlock()
		if r.Method == http.MethodPost {
			c.most.Store(max(c.most.Load(), c.computing.Add(1)))
			defer c.computing.Add(-1)
		}
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// dashboard has twelve panels.
func dashboard() []backend.DataQuery {
	models := []string{
		`{"queryType": "models"}`,
		`{"queryType": "compute", "model": "m", "metric": "ks", "referenceTag": "TRAINING", "batchSize": 100}`,
		`{"queryType": "compute", "model": "m", "metric": "compare-means", "referenceTag": "TRAINING", "batchSize": 100}`,
	}
	for i := range 9 {
		models = append(models, fmt.Sprintf(`{"queryType": "latest", "model": "m", "metric": "ks", "panel": %d}`, i))
	}
	queries := make([]backend.DataQuery, len(models))
	for i, model := range models {
		queries[i] = backend.DataQuery{RefID: "A", JSON: []byte(model)}
	}
	return queries
}

// Twelve panels, two users with a data source each, a refresh every five seconds: the service is called as if there were
// one panel. The clock is set by hand; the calls are made.
func TestADashboardStaysInsideTheLoadRules(t *testing.T) {
	const refreshes = 36 // three minutes
	emulator := startEmulator(t)
	upload(t, emulator, "TRAINING", 0)
	upload(t, emulator, "", 1)
	counts := &counter{calls: map[string]int{}}
	service := counts.inFrontOf(t, emulator)
	var elapsed atomic.Int64
	begin := time.Now()
	shared := upstream.NewShared(func() time.Time { return begin.Add(time.Duration(elapsed.Load())) })
	process := plugin.Process{Program: patient(core(t)), Shared: shared}

	var sources []*plugin.Datasource
	for uid := range 2 {
		settings := backend.DataSourceInstanceSettings{UID: fmt.Sprint(uid), URL: service}
		made, err := process.New(context.Background(), settings)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, made.(*plugin.Datasource))
	}
	for range refreshes {
		var group sync.WaitGroup
		for _, source := range sources {
			for _, query := range dashboard() {
				group.Go(func() {
					response, err := source.QueryData(context.Background(), &backend.QueryDataRequest{Queries: []backend.DataQuery{query}})
					if err != nil || response.Responses["A"].Error != nil {
						t.Errorf("%s: %v %v", query.JSON, err, response.Responses["A"].Error)
					}
				})
			}
		}
		group.Wait()
		elapsed.Add(int64(5 * time.Second))
	}
	if most := counts.most.Load(); most != 1 {
		t.Errorf("%d computations ran at once", most)
	}
	total := 0
	for call, n := range counts.calls {
		total += n
		allowed := refreshes // at most once in five seconds
		switch {
		case call == "GET /info/tags" || call == "GET /openapi.json":
			allowed = 1
		case call[:4] == "POST":
			allowed = 3
		}
		if n > allowed {
			t.Errorf("%s was called %d times, more than %d", call, n, allowed)
		}
	}
	t.Logf("%d queries made %d calls: %v", refreshes*24, total, counts.calls)
}
