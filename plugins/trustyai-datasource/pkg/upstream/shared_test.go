package upstream

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// upstreamOf counts calls; each waits until release is closed or its context is over.
type gate struct {
	calls    atomic.Int32
	running  atomic.Int32
	most     atomic.Int32
	begun    chan struct{}
	release  chan struct{}
	finished chan TransportError
}

func newGate() *gate {
	return &gate{begun: make(chan struct{}, 1000), release: make(chan struct{}), finished: make(chan TransportError, 1000)}
}

func (g *gate) call(ctx context.Context, _ Request) Reply {
	g.calls.Add(1)
	g.most.Store(max(g.most.Load(), g.running.Add(1)))
	defer g.running.Add(-1)
	g.begun <- struct{}{}
	reply := Reply{Status: 200, Body: "done"}
	select {
	case <-g.release:
	case <-ctx.Done():
		reply = ended(ctx, "late")
	}
	g.finished <- reply.Error
	return reply
}

var get = Request{Method: "GET", Path: "/a"}

func TestIdenticalCallsAreJoined(t *testing.T) {
	g := newGate()
	shared := NewShared(g.call)
	var group sync.WaitGroup
	for range 10 {
		group.Go(func() {
			if reply := shared.Do(context.Background(), get, ""); reply.Status != 200 {
				t.Errorf("got %+v", reply)
			}
		})
	}
	<-g.begun
	waitFor(t, func() bool { return shared.waiting(get) == 10 })
	close(g.release)
	group.Wait()
	if n := g.calls.Load(); n != 1 {
		t.Errorf("%d calls were made", n)
	}
}

// waiting counts who waits for a request.
func (s *Shared) waiting(request Request) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	if joined, ok := s.flights[keyOf(request, "")]; ok {
		return joined.waiters
	}
	return 0
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

func TestUsersWithOwnHeadersShareNothing(t *testing.T) {
	g := newGate()
	close(g.release)
	shared := NewShared(g.call)
	cached := Request{Method: "GET", Path: "/a", MinAgeSeconds: 60}
	for _, identity := range []string{"ann", "bob", "ann"} {
		shared.Do(context.Background(), cached, identity)
	}
	if n := g.calls.Load(); n != 2 {
		t.Errorf("%d calls were made", n)
	}
}

func TestACallIsCancelledWhenItsLastWaiterGoes(t *testing.T) {
	g := newGate()
	shared := NewShared(g.call)
	leaveFirst, goFirst := context.WithCancel(context.Background())
	leaveLast, goLast := context.WithCancel(context.Background())
	replies := make(chan Reply, 2)
	for _, ctx := range []context.Context{leaveFirst, leaveLast} {
		go func() { replies <- shared.Do(ctx, get, "") }()
	}
	<-g.begun
	waitFor(t, func() bool { return shared.waiting(get) == 2 })
	goFirst()
	if reply := <-replies; reply.Error != Cancelled {
		t.Errorf("who left got %+v", reply)
	}
	if n := len(g.finished); n != 0 {
		t.Error("the call ended though somebody waits")
	}
	goLast()
	if why := <-g.finished; why != Cancelled {
		t.Errorf("the call ended with %q", why)
	}
}

func TestAnExpensiveCallKeepsItsPlaceWhenNobodyWaits(t *testing.T) {
	g := newGate()
	shared := NewShared(g.call)
	expensive := Request{Method: "POST", Path: "/compute", Expensive: true}
	other := Request{Method: "POST", Path: "/other", Expensive: true}
	ctx, leave := context.WithCancel(context.Background())
	left := make(chan Reply)
	go func() { left <- shared.Do(ctx, expensive, "") }()
	<-g.begun
	leave()
	<-left
	answered := make(chan Reply)
	go func() { answered <- shared.Do(context.Background(), other, "") }()
	waitFor(t, func() bool { return shared.waiting(other) == 1 })
	if n := g.calls.Load(); n != 1 {
		t.Fatalf("%d calls were made", n)
	}
	close(g.release)
	if reply := <-answered; reply.Status != 200 {
		t.Errorf("got %+v", reply)
	}
	// The abandoned call's reply is kept, so the service does not compute it again.
	if reply := shared.Do(context.Background(), expensive, ""); reply.Status != 200 || g.calls.Load() != 2 {
		t.Errorf("got %+v after %d calls", reply, g.calls.Load())
	}
	if most := g.most.Load(); most != 1 {
		t.Errorf("%d expensive calls ran at once", most)
	}
}

func TestWhoWaitsForAPlaceInVainIsTold(t *testing.T) {
	g := newGate()
	shared := NewShared(g.call)
	shared.deadline = 50 * time.Millisecond
	shared.expensive <- struct{}{}
	reply := shared.Do(context.Background(), Request{Method: "POST", Path: "/compute", Expensive: true}, "")
	if reply.Error != Timeout || !strings.Contains(reply.ErrorMessage, "busy") || g.calls.Load() != 0 {
		t.Errorf("got %+v after %d calls", reply, g.calls.Load())
	}
}

func TestABrokenCallIsAReply(t *testing.T) {
	shared := NewShared(func(context.Context, Request) Reply { panic("boom") })
	if reply := shared.Do(context.Background(), get, ""); reply.Error != Unreachable || !strings.Contains(reply.ErrorMessage, "boom") {
		t.Errorf("got %+v", reply)
	}
}
