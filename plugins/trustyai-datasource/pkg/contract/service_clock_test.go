package contract

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"
)

// clock is set by hand.
type clock struct {
	mu   sync.Mutex
	time time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.time
}

func (c *clock) pass(duration time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.time = c.time.Add(duration)
}

// call that reached the service.
type call struct {
	begin, end time.Time
}

// observed passes calls on to a service and notes when they came. Some take their time, by the clock.
type observed struct {
	clock *clock
	// takes says how long the service computes, by path.
	takes map[string]time.Duration

	mu        sync.Mutex
	calls     map[string][]call
	computing int
	most      int
}

func isExpensive(method, path string) bool {
	return method == http.MethodPost || strings.HasPrefix(path, "/info/inference/ids")
}

func (o *observed) inFrontOf(t *testing.T, service string) string {
	t.Helper()
	target, err := url.Parse(service)
	if err != nil {
		t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(target)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		key, begin := r.Method+" "+r.URL.Path, o.clock.now()
		if isExpensive(r.Method, r.URL.Path) {
			o.compute(1)
			defer o.compute(-1)
		}
		proxy.ServeHTTP(w, r)
		o.clock.pass(o.takes[r.URL.Path])
		o.mu.Lock()
		defer o.mu.Unlock()
		o.calls[key] = append(o.calls[key], call{begin, o.clock.now()})
	}))
	t.Cleanup(server.Close)
	return server.URL
}

func (o *observed) compute(more int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.computing += more
	o.most = max(o.most, o.computing)
}
