package upstream

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// gate is a service that counts calls; each waits until it is open or its caller is gone.
type gate struct {
	url     string
	calls   atomic.Int32
	running atomic.Int32
	most    atomic.Int32
	begun   chan string
	open    chan struct{}
	left    chan string
	// status of the next replies; 0: 200.
	status atomic.Int32
}

func newGate(t *testing.T) *gate {
	t.Helper()
	g := &gate{begun: make(chan string, 1000), open: make(chan struct{}), left: make(chan string, 1000)}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n := g.calls.Add(1)
		g.most.Store(max(g.most.Load(), g.running.Add(1)))
		defer g.running.Add(-1)
		g.begun <- r.URL.Path
		select {
		case <-g.open:
			if status := g.status.Load(); status != 0 {
				w.WriteHeader(int(status))
			}
			_, _ = fmt.Fprintf(w, "reply %d", n)
		case <-r.Context().Done():
			g.left <- r.URL.Path
		}
	}))
	g.url = server.URL
	t.Cleanup(server.Close)
	return g
}

// clock is set by hand.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

func newClock() *clock { return &clock{at: time.Unix(1_000_000, 0)} }

func connect(t *testing.T, shared *Shared, url, credentials string) *Client {
	t.Helper()
	client, err := shared.NewClient(url, &http.Client{}, credentials)
	if err != nil {
		t.Fatal(err)
	}
	return client
}

var (
	get       = Request{Method: "GET", Path: "/a"}
	getYoung  = Request{Method: "GET", Path: "/a", MinAgeSeconds: 5}
	expensive = Request{Method: "POST", Path: "/compute", Body: "{}", Expensive: true}
	write     = Request{Method: "POST", Path: "/request", Body: "{}", Write: true}
)

func do(client *Client, request Request) Reply {
	return client.Do(context.Background(), request, nil)
}

// waiting counts who waits for calls of a path that are under way.
func (s *Shared) waiting(path string) (n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, known := range s.calls {
		if known.request.Path == path && !known.over {
			n += known.waiters
		}
	}
	return n
}

// held counts calls that are under way or remembered.
func (s *Shared) held() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.calls)
}

func waitFor(t *testing.T, condition func() bool) {
	t.Helper()
	for range 2000 {
		if condition() {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Fatal("it did not come to that in 10 s")
}

func TestIdenticalCallsAreJoinedAcrossDataSources(t *testing.T) {
	g, shared := newGate(t), NewShared(time.Now)
	var group sync.WaitGroup
	for range 10 {
		// Each its own data source, as several dashboards, organisations or settings make them.
		client := connect(t, shared, g.url+"/", "same")
		group.Go(func() {
			if reply := do(client, get); reply.Status != 200 {
				t.Errorf("got %+v", reply)
			}
		})
	}
	waitFor(t, func() bool { return shared.waiting("/a") == 10 })
	close(g.open)
	group.Wait()
	if n := g.calls.Load(); n != 1 {
		t.Errorf("%d calls were made", n)
	}
}

func TestOnlyEqualCredentialsShareReplies(t *testing.T) {
	g, shared := newGate(t), NewShared(time.Now)
	close(g.open)
	for i, c := range []struct {
		url, credentials, user string
		calls                  int32
	}{
		{g.url, "ann", "", 1},
		{g.url, "bob", "", 2},
		{g.url, "ann", "", 2},
		{strings.Replace(g.url, "http://", "http://user:password@", 1), "ann", "", 3},
		{g.url, "ann", "forwarded", 4},
		{g.url, "ann", "other", 5},
		{g.url, "ann", "forwarded", 5},
	} {
		var user http.Header
		if c.user != "" {
			user = http.Header{"Authorization": {c.user}}
		}
		connect(t, shared, c.url, c.credentials).Do(context.Background(), getYoung, user)
		if n := g.calls.Load(); n != c.calls {
			t.Errorf("%d: %d calls were made, want %d", i, n, c.calls)
		}
	}
}

func TestACallIsCancelledWhenItsLastWaiterGoes(t *testing.T) {
	g, shared := newGate(t), NewShared(time.Now)
	client := connect(t, shared, g.url, "")
	first, goFirst := context.WithCancel(context.Background())
	last, goLast := context.WithCancel(context.Background())
	replies := make(chan Reply, 2)
	for _, ctx := range []context.Context{first, last} {
		go func() { replies <- client.Do(ctx, get, nil) }()
	}
	<-g.begun
	waitFor(t, func() bool { return shared.waiting("/a") == 2 })
	goFirst()
	if reply := <-replies; reply.Error != Cancelled {
		t.Errorf("who left got %+v", reply)
	}
	if n := len(g.left); n != 0 {
		t.Error("the call ended though somebody waits")
	}
	goLast()
	<-g.left
}

func TestAnExpensiveCallKeepsItsPlaceWhenNobodyWaits(t *testing.T) {
	g, shared := newGate(t), NewShared(time.Now)
	client, other := connect(t, shared, g.url, "ann"), connect(t, shared, g.url, "bob")
	ctx, leave := context.WithCancel(context.Background())
	left := make(chan Reply)
	go func() { left <- client.Do(ctx, expensive, nil) }()
	<-g.begun
	leave()
	<-left
	// Another data source with other credentials waits for the same place.
	answered := make(chan Reply)
	go func() { answered <- do(other, expensive) }()
	waitFor(t, func() bool { return shared.waiting("/compute") == 1 })
	if n := g.calls.Load(); n != 1 {
		t.Fatalf("%d calls were made", n)
	}
	close(g.open)
	if reply := <-answered; reply.Status != 200 {
		t.Errorf("got %+v", reply)
	}
	// The abandoned call's reply is kept, so the service does not compute it again.
	if reply := do(client, expensive); reply.Status != 200 || g.calls.Load() != 2 {
		t.Errorf("got %+v after %d calls", reply, g.calls.Load())
	}
	if most := g.most.Load(); most != 1 {
		t.Errorf("%d expensive calls ran at once", most)
	}
}

func TestWhoWaitsForAPlaceInVainIsTold(t *testing.T) {
	g, shared := newGate(t), NewShared(time.Now)
	shared.deadline = 50 * time.Millisecond
	client := connect(t, shared, g.url, "")
	client.service.place <- struct{}{}
	if reply := do(client, expensive); reply.Error != Timeout || !strings.Contains(reply.ErrorMessage, "busy") || g.calls.Load() != 0 {
		t.Errorf("got %+v after %d calls", reply, g.calls.Load())
	}
	// It cost the service nothing, so the next one may try at once.
	<-client.service.place
	close(g.open)
	shared.deadline = Deadline
	if reply := do(client, expensive); reply.Status != 200 {
		t.Errorf("got %+v", reply)
	}
}

func TestNobodyCallsWithoutTime(t *testing.T) {
	g := newGate(t)
	ctx, leave := context.WithCancel(context.Background())
	leave()
	client := connect(t, NewShared(time.Now), g.url, "")
	for _, request := range []Request{get, expensive, write} {
		if reply := client.Do(ctx, request, nil); reply.Error != Cancelled || g.calls.Load() != 0 {
			t.Errorf("got %+v after %d calls", reply, g.calls.Load())
		}
	}
}
