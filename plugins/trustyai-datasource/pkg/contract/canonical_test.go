// Package contract holds tests only: the shell with the real core, against the emulator, the recorded replies of real
// services and the same core in Node. Here, and only here, Go knows TrustyAI.
package contract

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/grafana/sobek"
)

// canonical writes a value of the engine as packages/query/src/drivers/canonical-json.ts writes it in Node.
func canonical(value sobek.Value) string {
	if value == nil || sobek.IsUndefined(value) || sobek.IsNull(value) {
		return "null"
	}
	if object, ok := value.(*sobek.Object); ok {
		return canonicalObject(object)
	}
	switch exported := value.Export().(type) {
	case string:
		return quoted(exported)
	case bool:
		return fmt.Sprint(exported)
	default:
		return number(value)
	}
}

func canonicalObject(object *sobek.Object) string {
	if name := object.ClassName(); name == "Array" || name == "Object" && isTyped(object) {
		parts := make([]string, object.Get("length").ToInteger())
		for i := range parts {
			parts[i] = canonical(object.Get(fmt.Sprint(i)))
		}
		return "[" + strings.Join(parts, ",") + "]"
	}
	var parts []string
	names := object.Keys()
	slices.SortFunc(names, func(a, b string) int {
		return slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b)))
	})
	for _, name := range names {
		if member := object.Get(name); !sobek.IsUndefined(member) {
			parts = append(parts, quoted(name)+":"+canonical(member))
		}
	}
	return "{" + strings.Join(parts, ",") + "}"
}

func isTyped(object *sobek.Object) bool {
	_, ok := object.Export().([]float64)
	return ok
}

// number writes the shortest digits that are read as the same number, as Node does. The engine itself writes one number
// in some thousands with its last digit wrong: see engine/numbers_test.go.
func number(value sobek.Value) string {
	float := value.ToFloat()
	if math.IsNaN(float) || math.IsInf(float, 0) {
		return fmt.Sprintf(`{"$number":"%s"}`, value.String())
	}
	digits, _ := json.Marshal(float + 0) // no -0; a finite number always encodes
	return string(digits)
}

// quoted as JSON.stringify: Go would also escape <, >, & and two line separators.
func quoted(text string) string {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		return err.Error()
	}
	return strings.NewReplacer(`\u2028`, "\u2028", `\u2029`, "\u2029").Replace(strings.TrimSuffix(buffer.String(), "\n"))
}

func TestCanonicalJSON(t *testing.T) {
	value, err := sobek.New().RunString(`({ b: [1, -0, 1e21, 0.1, NaN, -Infinity, null, undefined], a: Float64Array.of(1.5, NaN),
		gone: undefined, "\u00e4<": "\u2028\n\"", yes: true, empty: {} })`)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"a":[1.5,{"$number":"NaN"}],"b":[1,0,1e+21,0.1,{"$number":"NaN"},{"$number":"-Infinity"},null,null],"empty":{},"yes":true,"ä<":"` + "\u2028" + `\n\""}`
	if got := canonical(value); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
