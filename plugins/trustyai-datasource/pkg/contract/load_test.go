package contract

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"soundcheck/trustyai-datasource/pkg/plugin"
	"soundcheck/trustyai-datasource/pkg/upstream"
)

// dashboard has twelve panels.
func dashboard() []backend.DataQuery {
	compute := `{"queryType": "compute", "model": "m", "metric": "%s", "referenceTag": "TRAINING", "batchSize": 100}`
	panels := []string{
		`{"queryType": "models"}`, `{"queryType": "tags"}`, `{"queryType": "schedules", "model": "m"}`,
		`{"queryType": "observations", "model": "m"}`, fmt.Sprintf(compute, "ks"), fmt.Sprintf(compute, "compare-means"),
	}
	for i := range 6 {
		panels = append(panels, fmt.Sprintf(`{"queryType": "latest", "model": "m", "metric": "ks", "table": %v}`, i%2 == 0))
	}
	now := time.Now()
	queries := make([]backend.DataQuery, len(panels))
	for i, panel := range panels {
		queries[i] = backend.DataQuery{RefID: "A", JSON: []byte(panel), TimeRange: backend.TimeRange{From: now.Add(-time.Hour), To: now}}
	}
	return queries
}

// Twelve panels, two users with a data source each, a refresh every five seconds: the service is called as if there were
// one panel, whether it is idle or takes ten inferences a second. The clock is set by hand; the calls are made.
func TestADashboardStaysInsideTheLoadRules(t *testing.T) {
	for name, perSecond := range map[string]int{"idle": 0, "10 inferences a second": 10} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			watchDashboard(t, perSecond)
		})
	}
}

func watchDashboard(t *testing.T, perSecond int) {
	const refresh = 5 * time.Second
	emulator := startEmulator(t)
	upload(t, emulator, "TRAINING", 200, 0)
	upload(t, emulator, "", 200, 1)
	rows := 400.0
	clock := &clock{time: time.Now()}
	begin := clock.now()
	// A computation of 9 s has to rest 90 s, longer than the 60 s of every other.
	service := &observed{clock: clock, calls: map[string][]call{}, takes: map[string]time.Duration{"/metrics/drift/comparemeans": 9 * time.Second}}
	process := plugin.Process{Program: patient(core(t)), Shared: upstream.NewShared(clock.now)}
	url := service.inFrontOf(t, emulator)
	users := []*plugin.Datasource{sourceIn(t, process, url), sourceIn(t, process, url)}

	queries := 0
	look := func(refreshes int) {
		for range refreshes {
			if perSecond > 0 {
				added := perSecond * int(refresh.Seconds())
				upload(t, emulator, "", added, 1)
				rows += float64(added)
			}
			clock.pass(refresh)
			queries += refreshAll(t, users)
		}
	}
	look(24)
	clock.pass(10 * time.Minute) // nobody looks
	look(2)

	if got := ask(t, users[0], `{"queryType": "models"}`).Frames[0].Fields[1].At(0); got != rows {
		t.Errorf("the dashboard shows %v rows of %v", got, rows)
	}
	if service.most != 1 {
		t.Errorf("%d computations ran at once", service.most)
	}
	total := 0
	for key, calls := range service.calls {
		total += len(calls)
		checkRests(t, key, calls)
	}
	t.Logf("%d queries in %v made %d calls", queries, clock.now().Sub(begin).Round(time.Second), total)
	for _, key := range slices.Sorted(maps.Keys(service.calls)) {
		t.Logf("%4d %s", len(service.calls[key]), key)
	}
}

func sourceIn(t *testing.T, process plugin.Process, service string) *plugin.Datasource {
	t.Helper()
	made, err := process.New(context.Background(), backend.DataSourceInstanceSettings{URL: service})
	if err != nil {
		t.Fatal(err)
	}
	return made.(*plugin.Datasource)
}

// refreshAll panels of all users at once; every query must succeed.
func refreshAll(t *testing.T, users []*plugin.Datasource) (queries int) {
	t.Helper()
	var group sync.WaitGroup
	for _, source := range users {
		for _, query := range dashboard() {
			queries++
			group.Go(func() {
				response, err := source.QueryData(context.Background(), &backend.QueryDataRequest{Queries: []backend.DataQuery{query}})
				if err != nil || response.Responses["A"].Error != nil {
					t.Errorf("%s: %v %v", query.JSON, err, response.Responses["A"].Error)
				}
			})
		}
	}
	group.Wait()
	return queries
}

// checkRests between calls of one kind.
func checkRests(t *testing.T, key string, calls []call) {
	t.Helper()
	method, path, _ := strings.Cut(key, " ")
	for i, call := range calls[1:] {
		before := calls[i]
		rest, wanted := call.begin.Sub(before.end), time.Duration(0)
		switch {
		case isExpensive(method, path):
			wanted = max(time.Minute, 10*before.end.Sub(before.begin))
		case path == "/info/tags" || path == "/openapi.json":
			wanted = 10 * time.Minute
		case path == "/info" || path == "/q/metrics":
			wanted = 5 * time.Second
		case strings.HasSuffix(path, "/requests"):
			wanted = 30 * time.Second
		default:
			t.Errorf("no rule is known for %s", key)
		}
		if rest < wanted {
			t.Errorf("%s was called again after %v, sooner than %v", key, rest, wanted)
		}
	}
}
