package contract

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"soundcheck/trustyai-datasource/pkg/upstream"
)

// javaRows is a Java service that hands out rows of one model: numbers of full length, every seventh column of texts
// where there are texts.
func javaRows(tb testing.TB, rows, columns int, texts bool) func(upstream.Request) upstream.Reply {
	tb.Helper()
	random := rand.New(rand.NewPCG(3, 5))
	var csv strings.Builder
	items := map[string]any{}
	for i := range columns {
		name := fmt.Sprintf("f-%d", i)
		items[name] = map[string]any{"type": "DOUBLE", "name": name, "columnIndex": i}
		fmt.Fprintf(&csv, "%q,", name)
	}
	csv.WriteString("\"_trustyai_tag\",\"_trustyai_id\",\"_trustyai_timestamp\"\n")
	for row := range rows {
		for column := range columns {
			if texts && column%7 == 0 {
				fmt.Fprintf(&csv, "\"a, %d\",", random.IntN(9))
			} else {
				fmt.Fprintf(&csv, "%v,", random.NormFloat64()*100)
			}
		}
		fmt.Fprintf(&csv, "\"TRAINING\",\"e5b1-%d\",\"%d\"\n", row, now-row)
	}
	schema := map[string]any{"items": items, "nameMapping": map[string]any{}}
	data := map[string]any{"observations": rows, "inputSchema": schema, "outputSchema": nil}
	bodies := map[string]any{
		"/info":          map[string]any{"m": map[string]any{"data": data, "metrics": map[string]any{}}},
		"/info/tags":     map[string]any{"m": map[string]any{"TRAINING": rows}},
		"/data/download": map[string]any{"dataCSV": csv.String()},
		// No schedule keeps a reference.
		"/metrics/all/requests": map[string]any{"requests": []any{}},
	}
	replies := map[string]upstream.Reply{}
	for path, body := range bodies {
		encoded, err := json.Marshal(body)
		if err != nil {
			tb.Fatal(err)
		}
		replies[path] = upstream.Reply{Status: 200, ContentType: "application/json", Body: string(encoded)}
	}
	return func(request upstream.Request) upstream.Reply {
		if reply, ok := replies[request.Path]; ok {
			return reply
		}
		return upstream.Reply{Status: 404}
	}
}

// The largest rows queries: all that a Java service pairs with tags. Their longest step, in the run least disturbed by
// others, must stay below the engine's 500 ms with room to spare.
func BenchmarkLargestRows(b *testing.B) {
	program := patient(core(b))
	for _, kind := range []string{"rows", "distribution"} {
		for _, columns := range []int{14, 30, 100} {
			for _, texts := range []bool{false, true} {
				b.Run(fmt.Sprintf("%s/5000x%d/texts=%v", kind, columns, texts), func(b *testing.B) {
					answer := javaRows(b, 5000, columns, texts)
					one := rowsOf(kind)
					best := time.Hour
					for b.Loop() {
						one.play(b, program, answer)
						best = min(best, one.longest)
					}
					b.ReportMetric(float64(best.Milliseconds()), "ms-longest-step")
					b.ReportMetric(float64(len(one.Replies)+1), "steps")
				})
			}
		}
	}
}

func rowsOf(kind string) *scenario {
	query := map[string]any{"queryType": kind, "model": "m", "side": "reference"}
	return &scenario{
		name: kind, Operation: "query", Input: map[string]any{"query": query},
		Context: map[string]any{"now": now, "settings": map[string]any{}},
	}
}

// Many rows are read in several steps, numbers and texts, and come out the same.
func TestManyRowsGiveTheSameInTheEngineAndInNode(t *testing.T) {
	program := patient(core(t))
	var played []*scenario
	for _, kind := range []string{"rows", "distribution"} {
		one := rowsOf(kind)
		one.play(t, program, javaRows(t, 1500, 30, true))
		if steps := len(one.Replies); steps < 30+2 {
			t.Errorf("%s were read in %d steps only", kind, steps)
		}
		played = append(played, one)
	}
	compareWithNode(t, played)
}
