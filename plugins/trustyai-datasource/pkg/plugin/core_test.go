package plugin

import (
	"context"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"soundcheck/trustyai-datasource/pkg/engine"
)

// The table of resources and the core's are the same: one that only one of them has cannot be called.
func TestTheTableIsTheCores(t *testing.T) {
	program, err := engine.Load()
	if err != nil {
		t.Fatal(err)
	}
	source := datasource(t, program, nowhere, `{"scheduling": "editors"}`)
	answer := func(path string) string {
		op := operation{name: "resource", asked: queryOf(t, nil), input: map[string]any{
			"path": path, "params": map[string]string{}, "body": json.RawMessage("{}"),
		}}
		_, err := source.runForJSON(context.Background(), op)
		if err == nil {
			t.Fatalf("%s is answered though the service cannot be reached", path)
		}
		return err.Error()
	}
	for path := range resources {
		if got := answer(path); strings.Contains(got, "no resource") {
			t.Errorf("the core does not know %q: %s", path, got)
		}
	}
	// The core's refusal names what it has.
	_, list, _ := strings.Cut(answer("unknown"), "it has ")
	named := regexp.MustCompile(`[a-z/]+`).FindAllString(list, -1)
	if len(named) != len(resources) {
		t.Errorf("the core names %v", named)
	}
	for _, path := range named {
		if _, known := resources[path]; !known {
			t.Errorf("the core has the resource %q, the table has not", path)
		}
	}
}
