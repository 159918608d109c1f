"""NannyML's univariate Jensen-Shannon distance: fit on the reference, then calculate the current rows, in chunks."""
import nannyml
import pandas as pd


def in_chunks(count):
    def prepare(reference, current):
        names = [f"f{i}" for i in range(len(reference))]
        frames = [pd.DataFrame(dict(zip(names, side))) for side in (reference, current)]

        def run():
            calculator = nannyml.UnivariateDriftCalculator(
                column_names=names,
                continuous_methods=["jensen_shannon"],
                chunk_size=reference.shape[1] // count,
            )
            result = calculator.fit(frames[0]).calculate(frames[1])
            return lambda: answer(result.filter(period="analysis").to_df())

        def answer(table):
            columns = [table[name]["jensen_shannon"] for name in names]
            values = [float(x) for column in columns for x in column["value"]]
            # Of one chunk the limit is 0 but for rounding.
            limits = [float(column["upper_threshold"].iloc[0]) for column in columns if count > 1]
            return {"values": values + limits, "drifted": [bool(x) for column in columns for x in column["alert"]]}

        return run

    return prepare


JOBS = {"nannyml-one-chunk": in_chunks(1), "nannyml-chunks": in_chunks(100)}
