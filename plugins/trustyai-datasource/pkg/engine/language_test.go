package engine

import (
	"regexp"
	"strings"
	"testing"

	"github.com/grafana/sobek"
)

// Every static function that the core calls, such as Object.hasOwn of ES2022, is there in the engine.
func TestTheEngineHasWhatTheCoreCalls(t *testing.T) {
	source, err := bundle.ReadFile("core.js")
	if err != nil {
		t.Skip("SKIPPED: pkg/engine/core.js is missing: run `go generate ./pkg/engine` first")
	}
	script, _, _ := strings.Cut(string(source), "//# sourceMappingURL")
	called := map[string]bool{}
	static := regexp.MustCompile(`\b(?:Object|Array|Number|String|Math|JSON|Date|Float64Array|Reflect|Symbol|Map)\.[a-zA-Z]+\b`)
	for _, name := range static.FindAllString(script, -1) {
		called[name] = true
	}
	if !called["Object.hasOwn"] || len(called) < 10 {
		t.Fatalf("only these were found in the core: %v", called)
	}
	vm := sobek.New()
	for name := range called {
		if value, err := vm.RunString(name); err != nil || sobek.IsUndefined(value) {
			t.Errorf("the core uses %s, which the engine has not (%v)", name, err)
		}
	}
}

func TestHasOwnIsThatOfTheLanguage(t *testing.T) {
	value, err := sobek.New().RunString(`[
		Object.hasOwn({ a: undefined }, "a"), Object.hasOwn({}, "a"), Object.hasOwn({}, "toString"),
		Object.hasOwn({}, "__proto__"), Object.hasOwn(JSON.parse('{"__proto__": 1}'), "__proto__"),
		Object.hasOwn(Object.create({ a: 1 }), "a"), Object.hasOwn(Object.create(null), "hasOwnProperty"),
		Object.hasOwn([7], 0), Object.hasOwn([7], "1"), Object.hasOwn("text", "length"),
	].map(Number).join("")`)
	if err != nil || value.String() != "1000100101" {
		t.Errorf("got %v, %v", value, err)
	}
}
