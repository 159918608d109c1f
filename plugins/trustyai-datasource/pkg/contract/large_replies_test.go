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

// large is a service with one model and one large reply.
func large(tb testing.TB, path string, body any, columns int) func(upstream.Request) upstream.Reply {
	tb.Helper()
	items := object{}
	for i := range columns {
		name := fmt.Sprintf("f-%d", i)
		items[name] = object{"type": "DOUBLE", "name": name, "columnIndex": i}
	}
	inputs := object{"items": items, "nameMapping": object{}}
	replies := map[string]upstream.Reply{}
	for at, body := range map[string]any{
		"/info":      object{"m": object{"data": object{"observations": 5000, "inputSchema": inputs, "outputSchema": nil}, "metrics": object{}}},
		"/info/tags": object{"m": object{"TRAINING": 5000}},
		// No schedule keeps a reference.
		"/metrics/all/requests": object{"requests": []any{}},
		path:                    body,
	} {
		text, isText := body.(string)
		if !isText {
			encoded, err := json.Marshal(body)
			if err != nil {
				tb.Fatal(err)
			}
			text = string(encoded)
		}
		replies[at] = upstream.Reply{Status: 200, ContentType: "application/json", Body: text}
	}
	return func(request upstream.Request) upstream.Reply {
		path, _, _ := strings.Cut(request.Path, "?")
		if reply, known := replies[path]; known {
			return reply
		}
		return upstream.Reply{Status: 404}
	}
}

// manyRows of numbers of full length; every seventh column is of texts with commas where there are texts.
func manyRows(tb testing.TB, rows, columns int, texts bool) func(upstream.Request) upstream.Reply {
	tb.Helper()
	random := rand.New(rand.NewPCG(3, 5))
	var csv strings.Builder
	for i := range columns {
		fmt.Fprintf(&csv, "\"f-%d\",", i)
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
	return large(tb, "/data/download", object{"dataCSV": csv.String()}, columns)
}

// manyNumbers published: of fifty features by each schedule.
func manyNumbers(tb testing.TB, numbers int) func(upstream.Request) upstream.Reply {
	tb.Helper()
	var text strings.Builder
	for i := range numbers {
		fmt.Fprintf(&text, "trustyai_kstest{batch_size=\"600\",metricName=\"KSTEST\",model=\"m\",request=\"35304b90-5544-442d-af17-a077069ca%03d\","+
			"requestName=\"nightly %d\",subcategory=\"f-%d\",} %v\n", i/50, i/50, i%50, float64(i)/1e4)
	}
	return large(tb, "/q/metrics", text.String(), 50)
}

func manyIDs(tb testing.TB, rows int) func(upstream.Request) upstream.Reply {
	tb.Helper()
	ids := make([]any, rows)
	for i := range ids {
		at := time.UnixMilli(now - int64(i)).UTC().Format("2006-01-02T15:04:05.000000")
		ids[i] = object{"id": fmt.Sprintf("8f6a4b1e-1234-4321-9999-abcd%d_0", i), "timestamp": at}
	}
	return large(tb, "/info/inference/ids/m", ids, 1)
}

func about(kind string, options object) *scenario {
	query := object{"queryType": kind, "model": "m"}
	for name, value := range options {
		query[name] = value
	}
	return operation(kind, "query", object{"query": query}, object{"timeRange": object{"from": 0, "to": now}})
}

// The longest step of the largest replies, in the run least disturbed by others: the engine stops one at 500 ms.
func BenchmarkLargestReplies(b *testing.B) {
	program := patient(core(b))
	measure := func(name string, one *scenario, answer func(upstream.Request) upstream.Reply) {
		b.Run(name, func(b *testing.B) {
			best := time.Hour
			for b.Loop() {
				one.play(b, program, answer)
				best = min(best, one.longest)
			}
			b.ReportMetric(float64(best.Milliseconds()), "ms-longest-step")
			b.ReportMetric(float64(len(one.Replies)+1), "steps")
		})
	}
	for _, kind := range []string{"rows", "distribution"} {
		for _, columns := range []int{14, 30, 100} {
			for _, texts := range []bool{false, true} {
				name := fmt.Sprintf("%s/5000x%d/texts=%v", kind, columns, texts)
				measure(name, about(kind, object{"side": "reference"}), manyRows(b, 5000, columns, texts))
			}
		}
	}
	measure("latest/one feature of 5000 numbers", about("latest", object{"features": []any{"f-7"}}), manyNumbers(b, 5000))
	for _, numbers := range []int{1000, 5000} {
		measure(fmt.Sprintf("latest/%d numbers", numbers), about("latest", nil), manyNumbers(b, numbers))
	}
	for _, rows := range []int{10000, 50000} {
		measure(fmt.Sprintf("observations/%d rows", rows), about("observations", nil), manyIDs(b, rows))
	}
}

// What is read in several steps comes out the same.
func TestLargeRepliesGiveTheSameInTheEngineAndInNode(t *testing.T) {
	t.Parallel()
	program := patient(core(t))
	var played []*scenario
	for _, kind := range []string{"rows", "distribution"} {
		one := about(kind, object{"side": "reference"})
		one.play(t, program, manyRows(t, 1500, 30, true))
		if steps := len(one.Replies); steps < 30 {
			t.Errorf("%s were read in %d steps only", kind, steps)
		}
		played = append(played, one)
	}
	for _, options := range []object{{"features": []any{"f-7"}}, {"table": true}} {
		one := about("latest", options)
		one.play(t, program, manyNumbers(t, 500))
		played = append(played, one)
	}
	one := about("observations", nil)
	one.play(t, program, manyIDs(t, 1000))
	compareWithNode(t, append(played, one))
}
