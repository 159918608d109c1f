package contract

import (
	"encoding/json"
	"slices"
	"testing"
)

// state of a service: the recordings that show it. Names that only one dialect has change nothing on the other.
type state struct {
	about      subject
	recordings []string
}

var usualLists = []string{
	"openapi-json", "q-openapi-json", "all-requests", "meanshift-requests", "comparemeans-requests", "kstest-requests",
	"ksteststreaming-requests", "approxkstest-requests", "jensenshannon-requests", "mmd-requests", "fouriermmd-requests",
	"identity-requests", "batchmean-requests", "download-timestamp-between", "inference-ids-default", "inference-ids-event-model",
}

func with(names ...string) []string { return append(names, usualLists...) }

func named(model string) subject {
	return subject{model, []any{"x-0", "x-1"}, "y-0"}
}

// states as the core's own tests choose them.
var states = map[string]state{
	"empty":              {credit, with("info-empty", "info-tags-empty", "q-metrics-empty", "all-requests-empty", "restart-meanshift-requests")},
	"reference only":     {credit, with("info-training-only", "info-tags-training-only", "q-metrics-training-only")},
	"few inferences":     {credit, with("info-600", "info-tags-5-rows", "q-metrics-before-schedules")},
	"600 inferences":     {credit, with("info-600", "info-tags-600", "q-metrics-scheduled")},
	"just scheduled":     {credit, with("info-scheduled", "info-tags-600", "q-metrics-just-scheduled", "meanshift-requests-before-tick", "kstest-requests-before-tick")},
	"wrong schedules":    {credit, with("info-600", "info-tags-600", "q-metrics-after-schedule-errors", "kstest-requests-after-errors", "identity-requests-after-errors")},
	"schedules deleted":  {credit, with("info-600", "info-tags-600", "q-metrics-after-delete", "kstest-requests-after-delete")},
	"restarted":          {credit, with("restart-info", "restart-info-tags", "restart-q-metrics", "restart-all-requests", "restart-meanshift-requests")},
	"restarted, one row": {credit, with("restart-info-after-feed", "restart-info-tags-after-feed", "restart-q-metrics-after-feed")},
	"names set": {
		subject{credit.model, []any{"Age", "Years of Education"}, "Acceptance Probability"},
		with("named-info", "restart-info-tags-after-feed", "named-q-metrics", "named-all-requests", "named-meanshift-requests", "download-all-and-none"),
	},
	"all rows of a download": {credit, append([]string{"download-all", "inference-ids-all", "inference-ids-organic"}, with("named-info", "info-tags-600", "q-metrics-scheduled")...)},
	"10,000 rows":            {credit, with("db-info-after-tags", "window-tags-10000", "window-q-metrics-10000", "db-q-metrics-10000")},
	"a null among the rows":  {named("deg-null"), with("null-info-after-null", "null-info-tags-after-null", "text-info", "text-info-tags", "text-q-metrics", "nodrift-q-metrics")},
	"odd names":              {named("deg-odd"), with("odd-columns-info", "types-info-tags", "odd-columns-q-metrics")},
	"texts and booleans":     {named("deg-types"), with("types-info", "types-info-tags", "text-info", "nodrift-q-metrics")},
	"events":                 {named("event-model"), with("info-after-events", "info-tags-after-events", "inference-ids-event-model")},
}

// Every operation with its options, in every state that was recorded of both services.
func TestRecordedStatesGiveTheSameInTheEngineAndInNode(t *testing.T) {
	folder := recordingsFolder(t)
	program := patient(core(t))
	known := map[string]bool{}
	for _, dialect := range dialects {
		recordings := readRecordings(t, folder, dialect)
		for _, one := range recordings {
			known[one.name] = true
		}
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			var played []*scenario
			for name, state := range states {
				service := inState(dialect, recordings, state.recordings)
				shortenPaths(t, service)
				for _, operation := range state.about.operations() {
					operation.name = dialect + ", " + name + ": " + operation.name
					operation.play(t, program, service.answer)
					played = append(played, operation)
				}
			}
			compareWithNode(t, played)
		})
	}
	for name, state := range states {
		for _, recording := range state.recordings {
			if !known[recording] {
				t.Errorf("the state %q wants the recording %s, which is not there", name, recording)
			}
		}
	}
}

// shortenPaths leaves of the long lists of paths what is read of them: the paths. As they were recorded they are read
// once, as replies of their own.
func shortenPaths(t *testing.T, service service) {
	t.Helper()
	for _, at := range []string{"GET /openapi.json", "GET /q/openapi"} {
		reply, known := service.replies[at]
		var list struct {
			Info  json.RawMessage     `json:"info,omitempty"`
			Paths map[string]struct{} `json:"paths"`
		}
		if !known || json.Unmarshal([]byte(reply.Body), &list) != nil || len(list.Paths) == 0 {
			continue
		}
		short, err := json.Marshal(list)
		if err != nil {
			t.Fatal(err)
		}
		reply.Body = string(short)
		service.replies[at] = reply
	}
}

func contains(list []int, one int) bool { return slices.Contains(list, one) }
