package frames

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/grafana/sobek"
)

// read evaluates a script as a session does, and reads its value.
func read(t *testing.T, script string) (data.Frames, error) {
	t.Helper()
	vm := sobek.New()
	vm.SetFieldNameMapper(sobek.UncapFieldNameMapper())
	value, err := vm.RunString(script)
	if err != nil {
		t.Fatal(err)
	}
	return Read(vm, value, "A")
}

func TestAFrameArrivesIntact(t *testing.T) {
	frames, err := read(t, `[{
		name: 'scores',
		fields: [
			{ name: 'time', type: 'time', values: Float64Array.of(1767607872345, 1767607872345.5) },
			{ name: 'typed', type: 'number', labels: { model: 'm', feature: 'ä' }, values: Float64Array.of(NaN, -Infinity) },
			{ name: 'listed', type: 'number', config: { displayName: 'D', unit: 'percentunit', decimals: 2, min: 0, max: 1 }, values: [null, 7] },
			{ name: 'words', type: 'string', values: ['a', null] },
			{ name: 'flags', type: 'boolean', values: [true, false] },
		],
		meta: {
			type: 'timeseries-wide', executedQueryString: 'GET /', preferredVisualisationType: 'table',
			custom: { soundcheck: { contract: 1, role: 'scores', limitOrigin: 'by hand' } },
			notices: [{ severity: 'warning', text: 'small sample' }],
		},
	}]`)
	if err != nil {
		t.Fatal(err)
	}
	frame := frames[0]
	if frame.Name != "scores" || frame.RefID != "A" || frame.Rows() != 2 {
		t.Errorf("frame: %q %q %d rows", frame.Name, frame.RefID, frame.Rows())
	}
	if got, want := frame.At(0, 1), time.UnixMicro(1767607872345500).UTC(); got != want {
		t.Errorf("time: %v, want %v", got, want)
	}
	typed := frame.Fields[1]
	if !math.IsNaN(typed.At(0).(float64)) || !math.IsInf(typed.At(1).(float64), -1) || typed.Labels["feature"] != "ä" {
		t.Errorf("typed: %v %v %v", typed.At(0), typed.At(1), typed.Labels)
	}
	listed := frame.Fields[2]
	if listed.Type() != data.FieldTypeNullableFloat64 || !listed.NilAt(0) || *listed.At(1).(*float64) != 7 {
		t.Errorf("listed: %v", listed.Type())
	}
	if c := listed.Config; c.DisplayName != "D" || c.Unit != "percentunit" || *c.Decimals != 2 || *c.Max != 1 {
		t.Errorf("config: %+v", c)
	}
	if words := frame.Fields[3]; *words.At(0).(*string) != "a" || !words.NilAt(1) {
		t.Errorf("words: %v", words)
	}
	if frame.Fields[4].At(0) != true {
		t.Errorf("flags: %v", frame.Fields[4].At(0))
	}
	checkMeta(t, frame.Meta)
}

func checkMeta(t *testing.T, meta *data.FrameMeta) {
	t.Helper()
	if meta.Type != data.FrameTypeTimeSeriesWide || meta.ExecutedQueryString != "GET /" || meta.PreferredVisualization != data.VisTypeTable {
		t.Errorf("meta: %+v", meta)
	}
	if meta.TypeVersion != (data.FrameTypeVersion{0, 1}) {
		t.Errorf("type version: %v", meta.TypeVersion)
	}
	if meta.Notices[0].Severity != data.NoticeSeverityWarning || meta.Notices[0].Text != "small sample" {
		t.Errorf("notices: %+v", meta.Notices)
	}
	if role := meta.Custom.(map[string]any)["soundcheck"].(map[string]any)["role"]; role != "scores" {
		t.Errorf("role: %v", role)
	}
}

func TestEmptyFrames(t *testing.T) {
	frames, err := read(t, `[{ refId: 'own', fields: [] }]`)
	if err != nil || len(frames) != 1 || frames[0].RefID != "own" || frames[0].Meta != nil {
		t.Errorf("got %v, %v", frames, err)
	}
	if frames, err := read(t, `[]`); err != nil || len(frames) != 0 {
		t.Errorf("got %v, %v", frames, err)
	}
}

func TestWrongFramesAreNamed(t *testing.T) {
	for script, want := range map[string]string{
		`({})`:            "no list of frames",
		`[{ name: 'x' }]`: "frame 0 has no list of fields",
		`[{ fields: 1 }]`: "could not convert",
		`[{ fields: [{ name: 'x', type: 'number', values: [1, 'one'] }] }]`:                                     `field "x": value 1 is one, which is no number`,
		`[{ fields: [{ name: 't', type: 'time', values: [NaN] }] }]`:                                            `field "t": value 0 is NaN, which is no time`,
		`[{ fields: [{ name: 'x', type: 'colour', values: [] }] }]`:                                             `do not fit its type "colour"`,
		`[{ fields: [{ name: 'x', type: 'number', values: [1] }, { name: 'y', type: 'number', values: [] }] }]`: "different field lengths",
		`[{ fields: [{ name: 'x', type: 'number' }] }]`:                                                         "do not fit its type",
		`[{ fields: [], meta: { notices: [{ severity: 'loud', text: 'x' }] } }]`:                                "frame 0: ",
	} {
		_, err := read(t, script)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", script, err, want)
		}
	}
}
