package engine

import (
	"errors"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"soundcheck/trustyai-datasource/pkg/upstream"
)

func TestBundleIsThere(t *testing.T) {
	if _, err := Load(); err != nil {
		t.Fatal(err)
	}
}

func testProgram(t *testing.T) *Program {
	t.Helper()
	source, err := os.ReadFile("testdata/script.js")
	if err != nil {
		t.Fatal(err)
	}
	program, err := Compile("script.js", string(source))
	if err != nil {
		t.Fatal(err)
	}
	return program
}

func begin(t *testing.T, program *Program, wish map[string]any) (*Session, Outcome, error) {
	t.Helper()
	session, err := program.Start("query", map[string]any{"query": wish}, map[string]any{"now": 1})
	if err != nil {
		t.Fatal(err)
	}
	outcome, err := session.Step(nil)
	return session, outcome, err
}

func sourceOf(t *testing.T, err error) backend.ErrorSource {
	t.Helper()
	found, ok := errors.AsType[backend.ErrorWithSource](err)
	if !ok {
		t.Fatalf("an error with its source was expected, got %v", err)
	}
	return found.ErrorSource()
}

func TestRequestsAndReplies(t *testing.T) {
	session, outcome, err := begin(t, testProgram(t), map[string]any{"do": "call", "requests": []any{
		map[string]any{"method": "POST", "path": "/a", "body": "{}", "minAgeSeconds": 2.5, "expensive": true, "headers": map[string]any{"X": "y"}},
		map[string]any{"method": "GET", "path": "/b", "cacheKey": "k"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	first, second := outcome.Requests[0], outcome.Requests[1]
	if first.Method != "POST" || first.Body != "{}" || first.MinAgeSeconds != 2.5 || !first.Expensive || first.Headers["X"] != "y" {
		t.Errorf("first request: %+v", first)
	}
	if second.Body != "" || second.CacheKey != "k" || second.Expensive {
		t.Errorf("second request: %+v", second)
	}
	outcome, err = session.Step([]upstream.Reply{
		{Status: 200, ContentType: "application/json", Body: "Grüße 🎵"},
		{Error: upstream.Timeout, ErrorMessage: "no reply"},
	})
	if err != nil {
		t.Fatal(err)
	}
	got := outcome.Done.Export().([]any)
	if ok := got[0].(map[string]any); ok["status"] != int64(200) || ok["body"] != "Grüße 🎵" || ok["error"] != nil {
		t.Errorf("first reply: %v", ok)
	}
	if lost := got[1].(map[string]any); lost["status"] != int64(0) || lost["error"] != "timeout" || lost["errorMessage"] != "no reply" {
		t.Errorf("second reply: %v", lost)
	}
}

func TestWhatScriptsDoWrong(t *testing.T) {
	cases := []struct {
		wish, message string
		source        backend.ErrorSource
	}{
		{"refused", "The service refuses: 401.", backend.ErrorSourceDownstream},
		{"fault", "Choose a model.", backend.ErrorSourcePlugin},
		{"explode", "own code failed: TypeError", backend.ErrorSourcePlugin},
		{"recurse", "nested too deeply", backend.ErrorSourcePlugin},
		{"silent", "neither requests nor done nor error", backend.ErrorSourcePlugin},
	}
	program := testProgram(t)
	for _, c := range cases {
		t.Run(c.wish, func(t *testing.T) {
			_, _, err := begin(t, program, map[string]any{"do": c.wish})
			if source := sourceOf(t, err); !strings.Contains(err.Error(), c.message) || source != c.source {
				t.Errorf("got %q of %s", err, source)
			}
			if strings.Contains(err.Error(), "script.js") {
				t.Errorf("a stack trace is in the sentence: %q", err)
			}
		})
	}
}

func TestRunawayScriptIsStopped(t *testing.T) {
	program := testProgram(t)
	program.StepLimit = 100 * time.Millisecond
	_, _, err := begin(t, program, map[string]any{"do": "spin"})
	if source := sourceOf(t, err); !strings.Contains(err.Error(), "was stopped") || source != backend.ErrorSourcePlugin {
		t.Errorf("got %q of %s", err, source)
	}
	if strings.Contains(err.Error(), "script.js") {
		t.Errorf("a stack trace is in the sentence: %q", err)
	}
	// The interrupt is gone with it: the next operation runs.
	if _, _, err := begin(t, program, map[string]any{"do": "call"}); err != nil {
		t.Errorf("after the runaway: %v", err)
	}
}

func TestAStepThatCannotBeStoppedEndsTheProcess(t *testing.T) {
	program := testProgram(t)
	exited := make(chan int, 1)
	program.Exit = func(code int) { exited <- code }
	session, _, err := begin(t, program, map[string]any{"do": "parse", "megabytes": 32})
	if err != nil {
		t.Fatal(err)
	}
	// JSON.parse is one instruction, the first of this step: the interrupt is seen only after it.
	program.StepLimit, program.Patience = 20*time.Millisecond, time.Millisecond
	_, err = session.Step(nil)
	if source := sourceOf(t, err); source != backend.ErrorSourcePlugin || !strings.Contains(err.Error(), "was stopped") {
		t.Errorf("got %v", err)
	}
	select {
	case code := <-exited:
		if code == 0 {
			t.Error("the process ended as if all were well")
		}
	default:
		t.Error("the process goes on")
	}
}

func TestATooLargeHeapEndsTheProcess(t *testing.T) {
	program := testProgram(t)
	exited := make(chan int, 1)
	program.Exit = func(code int) {
		exited <- code
		runtime.Goexit()
	}
	program.StepLimit = time.Minute
	_, outcome, err := begin(t, program, map[string]any{"do": "hoard", "megabytes": 64})
	if err != nil {
		t.Fatal(err)
	}
	// The script holds 64 MB of live objects: half of that as limit is too little.
	program.HeapLimit = 32 << 20
	go program.WatchHeap()
	if code := <-exited; code == 0 {
		t.Error("the process ended as if all were well")
	}
	runtime.KeepAlive(outcome)
}

func TestOperationsShareNothing(t *testing.T) {
	program, err := Compile("counter.js", "var n = 0; var soundcheck = {start: () => ({step: () => ({done: {n: ++n}})})}")
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		_, outcome, err := begin(t, program, nil)
		if err != nil {
			t.Fatal(err)
		}
		if n := outcome.Done.Export().(map[string]any)["n"]; n != int64(1) {
			t.Errorf("the counter stands at %v", n)
		}
	}
}

func TestScriptsOfAWrongShape(t *testing.T) {
	for source, want := range map[string]string{
		"var other = 1":               "soundcheck is not defined",
		"var soundcheck = {}":         "has no member 'start'",
		"var soundcheck = {start: 1}": "not an object",
	} {
		program, err := Compile("wrong.js", source)
		if err != nil {
			t.Fatal(err)
		}
		_, err = program.Start("health", nil, nil)
		if sourceOf(t, err) != backend.ErrorSourcePlugin || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %q", source, err)
		}
	}
}
