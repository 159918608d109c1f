package contract

import (
	"bufio"
	"encoding/json"
	"testing"

	"soundcheck/trustyai-datasource/pkg/engine"
	"soundcheck/trustyai-datasource/pkg/upstream"
)

// fixture is a line of packages/query/src/drivers/golden-fixtures.ts: a scenario, and how it ended in Node.
type fixture struct {
	scenario
	Name string `json:"name"`
	Step string `json:"step"`
}

// Services and evidence that the core's own tests are made of, where no recording shows a state.
func TestTheCoresFixturesGiveTheSameInTheEngineAndInNode(t *testing.T) {
	t.Parallel()
	command := node(t, "packages/query/src/drivers/golden-fixtures.ts")
	output, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	lines := json.NewDecoder(bufio.NewReader(output))
	var diagnosis struct{ Script string }
	if err := lines.Decode(&diagnosis); err != nil {
		t.Fatal(err)
	}
	script, err := engine.Compile("diagnosis.js", diagnosis.Script)
	if err != nil {
		t.Fatal(err)
	}
	program := patient(core(t))
	played := map[string]int{}
	for lines.More() {
		var one fixture
		if err := lines.Decode(&one); err != nil {
			t.Fatal(err)
		}
		of := program
		if one.Operation == "fixture" {
			of = patient(script)
		}
		one.scenario.name = one.Name
		one.play(t, of, inOrder(one.Replies))
		if at := firstDifference(one.got, one.Step); at >= 0 {
			t.Errorf("%s differs\nengine %s\nNode   %s", one.Name, excerpt(one.got, at), excerpt(one.Step, at))
		}
		played[one.Operation]++
	}
	if err := command.Wait(); err != nil {
		t.Fatal(err)
	}
	for operation, least := range map[string]int{"health": 2, "query": 20, "resource": 90, "fixture": 40} {
		if played[operation] < least {
			t.Errorf("only %d fixtures of %s were played", played[operation], operation)
		}
	}
	t.Logf("the same in the engine and in Node: %v", played)
}

// inOrder gives the replies as Node got them, which is the order of the requests.
func inOrder(rounds [][]wireReply) func(upstream.Request) upstream.Reply {
	var left []wireReply
	for _, round := range rounds {
		left = append(left, round...)
	}
	return func(upstream.Request) upstream.Reply {
		if len(left) == 0 {
			return upstream.Reply{Error: upstream.Unreachable, ErrorMessage: "Node asked for less"}
		}
		next := left[0]
		left = left[1:]
		return upstream.Reply(next)
	}
}
