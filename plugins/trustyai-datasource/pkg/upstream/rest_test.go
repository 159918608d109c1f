package upstream

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestHowLongRepliesStandIn(t *testing.T) {
	young := Request{MinAgeSeconds: 5}
	computed := Request{Expensive: true}
	good := Reply{Status: 200}
	cases := []struct {
		name    string
		call    call
		reply   Reply
		took    time.Duration
		request Request
		want    time.Duration
	}{
		{"as asked", call{request: young}, good, time.Millisecond, young, 5 * time.Second},
		{"not asked", call{request: young}, good, time.Millisecond, Request{}, 0},
		{"a refusal", call{request: young}, Reply{Status: 401}, time.Millisecond, young, 0},
		{"a first failure", call{request: young}, Reply{Status: 500}, time.Second, young, time.Second},
		{"a second", call{request: young, rest: time.Second}, Reply{Error: Timeout}, time.Second, young, 2 * time.Second},
		{"a seventh", call{request: young, rest: 32 * time.Second}, Reply{Status: 503}, time.Second, young, time.Minute},
		{"an eighth", call{request: young, rest: time.Minute}, Reply{Error: TLS}, time.Second, young, time.Minute},
		{"good after failures", call{request: young, rest: time.Minute}, good, time.Second, Request{}, 0},
		{"computed quickly", call{request: computed, begun: true}, good, time.Second, computed, 60 * time.Second},
		{"computed slowly", call{request: computed, begun: true}, good, 20 * time.Second, computed, 200 * time.Second},
		{"timed out", call{request: computed, begun: true}, Reply{Error: Timeout}, 28 * time.Second, computed, 280 * time.Second},
		{"wrong question", call{request: computed, begun: true}, Reply{Status: 422}, time.Second, computed, 60 * time.Second},
		{"no place", call{request: computed, rest: time.Minute}, Reply{Error: Timeout}, 28 * time.Second, computed, 0},
	}
	for _, c := range cases {
		now := time.Unix(1_000_000, 0)
		c.call.at = now.Add(-c.took)
		c.call.settle(c.reply, now)
		if c.want > 0 && !c.call.serves(c.request, now.Add(c.want-time.Millisecond)) {
			t.Errorf("%s: it is asked again before %v", c.name, c.want)
		}
		if c.call.serves(c.request, now.Add(c.want)) {
			t.Errorf("%s: it still stands in after %v", c.name, c.want)
		}
	}
}

// A failing service is asked ever more rarely, and who asks meanwhile is told since when and until when.
func TestAFailingServiceIsAskedEverMoreRarely(t *testing.T) {
	g, at := newGate(t), newClock()
	close(g.open)
	g.status.Store(500)
	client := connect(t, NewShared(at.now), g.url, "")
	for range 600 { // ten minutes, once a second
		do(client, getYoung)
		at.pass(time.Second)
	}
	// 1 + 2 + 4 + 8 + 16 + 32 s, then once a minute: 6 + 537/60.
	if n := g.calls.Load(); n != 15 {
		t.Errorf("%d calls were made", n)
	}
	g.status.Store(0)
	at.pass(time.Minute)
	if reply := do(client, getYoung); reply.Status != 200 {
		t.Errorf("got %+v", reply)
	}
}

func TestAServiceThatCannotBeReachedIsDownForAll(t *testing.T) {
	at := newClock()
	shared := NewShared(at.now)
	attempts := 0
	gone := &http.Client{Transport: attempt(func(*http.Request) (*http.Response, error) {
		attempts++
		return nil, http.ErrServerClosed
	})}
	ann, _ := shared.NewClient("http://service.test", gone, "ann")
	bob, _ := shared.NewClient("http://SERVICE.test/", gone, "bob")
	first := do(ann, get)
	second := bob.Do(context.Background(), Request{Method: "GET", Path: "/b"}, nil)
	if first.Error != Unreachable || second != first || attempts != 1 || !strings.Contains(first.ErrorMessage, "not asked again before") {
		t.Errorf("got %+v and %+v after %d attempts", first, second, attempts)
	}
	at.pass(time.Second)
	if do(bob, get); attempts != 2 {
		t.Errorf("%d attempts after a second", attempts)
	}
	at.pass(time.Second)
	if do(ann, get); attempts != 2 {
		t.Errorf("%d attempts after two seconds: the back-off did not grow", attempts)
	}
}

type attempt func(*http.Request) (*http.Response, error)

func (a attempt) RoundTrip(request *http.Request) (*http.Response, error) { return a(request) }

func TestAYoungerReplyMayBeWanted(t *testing.T) {
	g, at := newGate(t), newClock()
	close(g.open)
	client := connect(t, NewShared(at.now), g.url, "")
	patient := Request{Method: "GET", Path: "/a", MinAgeSeconds: 60}
	first := do(client, patient)
	at.pass(10 * time.Second)
	if reply := do(client, patient); reply != first {
		t.Errorf("who takes a reply of 60 s got %+v", reply)
	}
	if reply := do(client, getYoung); reply == first {
		t.Error("a reply of 10 s was given to who wanted 5 s")
	}
}

func TestCacheKeysStandForTheRequest(t *testing.T) {
	g := newGate(t)
	close(g.open)
	client := connect(t, NewShared(time.Now), g.url, "")
	for _, path := range []string{"/a?n=1", "/a?n=2"} {
		do(client, Request{Method: "GET", Path: path, CacheKey: "a", MinAgeSeconds: 60})
	}
	if n := g.calls.Load(); n != 1 {
		t.Errorf("%d calls were made", n)
	}
}

func TestWhatIsHeldIsBounded(t *testing.T) {
	shared := NewShared(time.Now)
	large := strings.Repeat("x", MaxReplyBytes)
	client := connect(t, shared, "http://service.test", "")
	client.http.Transport = attempt(func(*http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 200, Body: http.NoBody}, nil
	})
	for i := range 20 {
		path := "/" + string(rune('a'+i))
		do(client, Request{Method: "GET", Path: path, MinAgeSeconds: 60})
		shared.mu.Lock()
		for _, known := range shared.calls {
			known.reply.Body = large
		}
		shared.mu.Unlock()
	}
	do(client, get)
	if held := shared.held(); held > maxHeldBytes/MaxReplyBytes {
		t.Errorf("%d replies of 16 MB are held", held)
	}
}

func TestOldRepliesAreForgotten(t *testing.T) {
	g, at := newGate(t), newClock()
	close(g.open)
	shared := NewShared(at.now)
	client := connect(t, shared, g.url, "")
	do(client, getYoung)
	at.pass(maxAge + time.Second)
	do(client, Request{Method: "GET", Path: "/b"})
	if n := shared.held(); n != 1 {
		t.Errorf("%d replies are held", n)
	}
}
