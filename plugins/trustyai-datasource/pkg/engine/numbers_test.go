package engine

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/grafana/sobek"
)

// Numbers of replies are read exactly. Those that the script writes, in sentences and request bodies, are exact up to 15
// digits; beyond them the engine gets the last digit wrong now and then (seen: 1 of 7,000 with 17 digits).
func TestNumbersAreReadExactlyAndWrittenToFifteenDigits(t *testing.T) {
	vm := sobek.New()
	function := func(source string) func(string) sobek.Value {
		made, err := vm.RunString(source)
		if err != nil {
			t.Fatal(err)
		}
		call, _ := sobek.AssertFunction(made)
		return func(text string) sobek.Value {
			value, err := call(nil, vm.ToValue(text))
			if err != nil {
				t.Fatal(err)
			}
			return value
		}
	}
	number, parsed, written := function("(text) => Number(text)"), function("(text) => JSON.parse(text)"), function("(text) => String(Number(text))")
	random := rand.New(rand.NewPCG(1, 2))
	for range 4000 {
		float := random.NormFloat64() * math.Pow(10, float64(random.IntN(12)-4))
		text := strconv.FormatFloat(float, 'g', -1, 64)
		if read, json := number(text).ToFloat(), parsed(text).ToFloat(); read != float || json != float {
			t.Fatalf("%s was read as %v, in JSON as %v", text, read, json)
		}
		if got, err := strconv.ParseFloat(written(text).String(), 64); err != nil || math.Nextafter(got, float) != float {
			t.Fatalf("%s was written as %v", text, got)
		}
		short := strconv.FormatFloat(float, 'g', 15, 64)
		if got, err := strconv.ParseFloat(written(short).String(), 64); err != nil || got != number(short).ToFloat() {
			t.Fatalf("%s was written as %v", short, got)
		}
	}
}
