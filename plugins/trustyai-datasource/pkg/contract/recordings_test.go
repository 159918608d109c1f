package contract

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"soundcheck/trustyai-datasource/pkg/engine"
	"soundcheck/trustyai-datasource/pkg/upstream"
)

// recording is one exchange with a real service.
type recording struct {
	name  string
	at    string
	reply upstream.Reply
}

func readRecordings(t *testing.T, folder, dialect string) []recording {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, dialect, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []recording
	seen := map[string]bool{}
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
		one := recording{
			name:  dialect + "/" + raw.Name,
			at:    raw.Request.Method + " " + raw.Request.Path,
			reply: upstream.Reply{Status: raw.Response.Status, ContentType: raw.Response.Headers["content-type"], Body: bodyOf(t, folder, raw.Response.Body)},
		}
		// Many calls were answered with the same words.
		if key := fmt.Sprint(one.at, one.reply); !seen[key] {
			seen[key] = true
			all = append(all, one)
		}
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

// Every recorded reply goes through every operation that asks for its path, whatever state the service was in.
func TestRecordedRepliesGiveTheSameInTheEngineAndInNode(t *testing.T) {
	folder := recordingsFolder(t)
	program := patient(core(t))
	var played []*scenario
	for _, dialect := range []string{"java", "python"} {
		recordings := readRecordings(t, folder, dialect)
		first := firstOfEach(recordings)
		for i, asked := range askedBy(t, program, first) {
			for _, one := range recordings {
				if !asked[one.at] {
					continue
				}
				operation := recordedOperations()[i]
				operation.name = one.name + " " + operation.name
				operation.play(t, program, func(request upstream.Request) upstream.Reply {
					if at := atOf(request); at != one.at {
						return first[at]
					}
					return one.reply
				})
				played = append(played, operation)
			}
		}
	}
	compareWithNode(t, played)
}

func recordedOperations() []*scenario {
	return operations("gaussian-credit-model", []any{"credit_inputs-0"})
}

func atOf(request upstream.Request) string {
	return request.Method + " " + request.Path
}

// askedBy says for each operation which calls it makes when all goes well.
func askedBy(t *testing.T, program *engine.Program, first map[string]upstream.Reply) []map[string]bool {
	t.Helper()
	var all []map[string]bool
	for _, operation := range recordedOperations() {
		asked := map[string]bool{}
		operation.play(t, program, func(request upstream.Request) upstream.Reply {
			asked[atOf(request)] = true
			return first[atOf(request)]
		})
		all = append(all, asked)
	}
	return all
}

// firstOfEach call: good where there is one, so that operations get as far as the reply in question.
func firstOfEach(recordings []recording) map[string]upstream.Reply {
	first := map[string]upstream.Reply{}
	for _, one := range recordings {
		known, ok := first[one.at]
		better := one.reply.Status == 200 && len(one.reply.Body) > 2
		if !ok || better && (known.Status != 200 || len(known.Body) <= 2) {
			first[one.at] = one.reply
		}
	}
	return first
}
