package upstream

import (
	"context"
	"net/http"
	"sync"
	"testing"
	"time"
)

func TestWhatMayWrite(t *testing.T) {
	for _, c := range []struct {
		request Request
		writes  bool
	}{
		{Request{Method: "GET"}, false},
		{Request{Method: "GET", Expensive: true}, false},
		{Request{Method: "POST", Expensive: true}, false},
		{Request{Method: "POST"}, true},
		{Request{Method: "POST", Expensive: true, Write: true}, true},
		{Request{Method: "GET", Write: true}, true},
		{Request{Method: "DELETE"}, true},
		{Request{Method: "DELETE", Expensive: true}, true},
		{Request{Method: "PUT", Expensive: true}, true},
		{Request{Method: "PATCH", Expensive: true}, true},
		{Request{Method: "post", Expensive: true}, true},
		{Request{Method: "get"}, true},
		{Request{}, true},
	} {
		if got := c.request.Writes(); got != c.writes {
			t.Errorf("%+v: writes is %v", c.request, got)
		}
	}
}

func TestWritesAreNeitherJoinedNorRemembered(t *testing.T) {
	g, shared := newGate(t), NewShared(time.Now)
	client := connect(t, shared, g.url, "")
	remembered := write
	remembered.MinAgeSeconds, remembered.CacheKey = 600, "k"
	var group sync.WaitGroup
	for range 5 {
		group.Go(func() { do(client, remembered) })
	}
	for range 5 {
		<-g.begun
	}
	close(g.open)
	group.Wait()
	do(client, remembered)
	if n := g.calls.Load(); n != 6 || shared.held() != 0 {
		t.Errorf("%d of 6 writes were made, %d are remembered", n, shared.held())
	}
}

func TestAFailedWriteIsNotHeldBack(t *testing.T) {
	g := newGate(t)
	close(g.open)
	g.status.Store(500)
	client := connect(t, NewShared(newClock().now), g.url, "")
	for n := range int32(3) {
		if reply := do(client, write); reply.Status != 500 || g.calls.Load() != n+1 {
			t.Errorf("got %+v after %d calls", reply, g.calls.Load())
		}
	}
}

func TestAWriteForgetsWhatWasRead(t *testing.T) {
	g, other, shared := newGate(t), newGate(t), NewShared(time.Now)
	close(g.open)
	close(other.open)
	ann, bob := connect(t, shared, g.url, "ann"), connect(t, shared, g.url, "bob")
	elsewhere := connect(t, shared, other.url, "")
	for range 2 {
		for _, client := range []*Client{ann, bob, elsewhere} {
			do(client, getYoung)
		}
		do(ann, expensive)
	}
	if n := g.calls.Load(); n != 3 {
		t.Fatalf("%d calls were made before", n)
	}
	do(bob, write)
	for _, client := range []*Client{ann, bob, elsewhere} {
		do(client, getYoung)
	}
	do(ann, expensive) // a computation is not what schedules are about: it still rests
	if n := g.calls.Load(); n != 6 {
		t.Errorf("%d calls were made, want 3 + the write + 2", n)
	}
	if n := other.calls.Load(); n != 1 {
		t.Errorf("another service was called %d times", n)
	}
}

// What is read while the service changes may be old: who waits gets it, who comes later does not.
func TestAReadDuringAWriteIsNotShared(t *testing.T) {
	open := make(chan struct{})
	begun := make(chan string, 10)
	client := connect(t, NewShared(time.Now), "http://service.test", "")
	client.http.Transport = attempt(func(request *http.Request) (*http.Response, error) {
		begun <- request.Method
		if request.Method == "GET" {
			<-open
		}
		return &http.Response{StatusCode: 200, Body: http.NoBody}, nil
	})
	early := make(chan Reply)
	go func() { early <- do(client, getYoung) }()
	<-begun
	do(client, write)
	<-begun
	late := make(chan Reply)
	go func() { late <- do(client, getYoung) }()
	<-begun // a call of its own
	close(open)
	if reply := <-early; reply.Status != 200 {
		t.Errorf("got %+v", reply)
	}
	<-late
}

func TestAWriteGoesToItsEndWhenItsUserLeaves(t *testing.T) {
	g, shared := newGate(t), NewShared(time.Now)
	client := connect(t, shared, g.url, "")
	ctx, leave := context.WithCancel(context.Background())
	left := make(chan Reply)
	go func() { left <- client.Do(ctx, write, nil) }()
	<-g.begun
	leave()
	if reply := <-left; reply.Error != Cancelled {
		t.Errorf("got %+v", reply)
	}
	close(g.open)
	waitFor(t, func() bool { return g.running.Load() == 0 })
	if len(g.left) != 0 {
		t.Error("the write was broken off")
	}
}
