package contract

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"soundcheck/trustyai-datasource/pkg/upstream"
)

// recording is one exchange with a real service.
type recording struct {
	name  string
	at    string
	reply upstream.Reply
}

var dialects = []string{"java", "python"}

func readRecordings(t *testing.T, folder, dialect string) []recording {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, dialect, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []recording
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var raw struct {
			Name     string                        `json:"name"`
			Request  struct{ Method, Path string } `json:"request"`
			Response struct {
				Status  int               `json:"status"`
				Headers map[string]string `json:"headers"`
				Body    json.RawMessage   `json:"body"`
			} `json:"response"`
		}
		if err := json.Unmarshal(content, &raw); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		reply := upstream.Reply{Status: raw.Response.Status, ContentType: raw.Response.Headers["content-type"], Body: bodyOf(t, folder, raw.Response.Body)}
		if reply.Status == 0 {
			reply.Error, reply.ErrorMessage = upstream.Unreachable, "the service closed the connection"
		}
		all = append(all, recording{raw.Name, placeOf(dialect, raw.Request.Method, raw.Request.Path), reply})
	}
	return all
}

// bodyOf is the exact text, or that of a file.
func bodyOf(t *testing.T, folder string, raw json.RawMessage) string {
	t.Helper()
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	var reference struct {
		File string `json:"$ref"`
	}
	if err := json.Unmarshal(raw, &reference); err != nil || reference.File == "" {
		t.Fatalf("a body is neither text nor a reference: %.80s", raw)
	}
	content, err := os.ReadFile(filepath.Join(folder, "data", reference.File))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// placeOf is what a call is about: replies to calls with the same place can stand for one another. The model and the
// parameters of a list of ids do not count, nor under which of its two names Python was asked for a metric.
func placeOf(dialect, method, path string) string {
	path, _, _ = strings.Cut(path, "?")
	if ids := "/info/inference/ids"; strings.HasPrefix(path, ids) {
		path = ids
	}
	if dialect == "python" {
		path = strings.NewReplacer("/meanshift", "/comparemeans", "/identity", "/batchmean",
			"/approxkstest", "/ksteststreaming", "/fouriermmd", "/mmd").Replace(path)
	}
	return method + " " + path
}

// distinct leaves out replies that say the same at the same place.
func distinct(recordings []recording) (all []recording) {
	seen := map[string]bool{}
	for _, one := range recordings {
		if key := fmt.Sprint(one.at, one.reply); !seen[key] {
			seen[key] = true
			all = append(all, one)
		}
	}
	return all
}

// service answers from recordings of one dialect.
type service struct {
	dialect string
	replies map[string]upstream.Reply
}

// inState prefers the recordings of these names, the first of them first. Other places are answered with the first good
// reply there is, so that operations get far.
func inState(dialect string, recordings []recording, names []string) service {
	replies := map[string]upstream.Reply{}
	for _, name := range names {
		for _, one := range recordings {
			if _, known := replies[one.at]; one.name == name && !known {
				replies[one.at] = one.reply
			}
		}
	}
	for _, one := range recordings {
		if _, known := replies[one.at]; !known && one.reply.Status == 200 && len(one.reply.Body) > 2 {
			replies[one.at] = one.reply
		}
	}
	return service{dialect, replies}
}

// answer of the service; where nothing good was recorded, that of both services to an unknown path.
func (s service) answer(request upstream.Request) upstream.Reply {
	if reply, known := s.replies[s.placeOf(request)]; known {
		return reply
	}
	return upstream.Reply{Status: 404, ContentType: "application/json", Body: `{"detail":"Not Found"}`}
}

func (s service) placeOf(request upstream.Request) string {
	return placeOf(s.dialect, request.Method, request.Path)
}

// credit is the model that most recordings are about.
var credit = subject{"gaussian-credit-model", []any{"credit_inputs-0", "credit_inputs-2"}, "predict-0"}

// Every recorded reply goes through an operation of each kind that asks for its place, whatever state the service was in;
// one that nobody asks for stands for all replies to some.
func TestRecordedRepliesGiveTheSameInTheEngineAndInNode(t *testing.T) {
	folder := recordingsFolder(t)
	program := patient(core(t))
	for _, dialect := range dialects {
		t.Run(dialect, func(t *testing.T) {
			t.Parallel()
			recordings := readRecordings(t, folder, dialect)
			usual := inState(dialect, recordings, states["600 inferences"].recordings)
			shortenPaths(t, usual)
			var played []*scenario
			asked := map[string][]int{}
			for i, one := range credit.leads() {
				one.play(t, program, func(request upstream.Request) upstream.Reply {
					if at := usual.placeOf(request); !contains(asked[at], i) {
						asked[at] = append(asked[at], i)
					}
					return usual.answer(request)
				})
				played = append(played, one)
			}
			used := 0
			for _, one := range distinct(recordings) {
				places := asked[one.at]
				everywhere := len(places) == 0
				for i, operation := range credit.leads() {
					if !contains(places, i) && !(everywhere && operation.Operation != "health" && i%3 == 0) {
						continue
					}
					operation.name = dialect + "/" + one.name + " " + operation.name
					operation.play(t, program, func(request upstream.Request) upstream.Reply {
						if everywhere || usual.placeOf(request) == one.at {
							return one.reply
						}
						return usual.answer(request)
					})
					played = append(played, operation)
				}
				used++
			}
			compareWithNode(t, played)
			t.Logf("%d distinct replies of %d recordings", used, len(recordings))
		})
	}
}
