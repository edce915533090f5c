using System.Text.Json.Nodes;
using EvalHarness.Comparisons;
using EvalHarness.Diagnosis;
using EvalHarness.Evaluators;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Comparisons;

public sealed class FieldTableTests
{
    private static readonly EnumField[] Priority = [new("priority", ["\"low\"", "\"high\""])];

    [Test]
    public void An_enum_field_has_a_macro_F1_with_an_interval_and_its_counts()
    {
        var result = Results([.. Enumerable.Range(0, 20).Select(i => Row(i, "low", i < 15 ? """{"priority": "low"}""" : """{"priority": "high"}""")), Row(20, "high", """{"priority": "high"}"""), Row(21, "high", null)])[0];

        var low = 2.0 * 15 / 35;
        var high = 2.0 * 1 / (2 + 6);
        Assert.That(result.MacroF1!.Value, Is.EqualTo((low + high) / 2).Within(1e-12));
        Assert.That((result.MacroF1.Method, result.MacroF1.N), Is.EqualTo(("jackknife-t", 22)));
        Assert.That(result.MacroF1.Low, Is.LessThan(result.MacroF1.Value));
        Assert.That(result.Counts, Is.EqualTo(new OutcomeCounts(21, 0, 0, 1)));
    }

    [Test]
    public void The_interval_is_that_of_every_cluster_left_out_in_turn()
    {
        string[] given = ["low", "low", "high", "low", "high", "low", "low", "high"];
        ResultRow[] rows = [.. given.Select((g, i) => Row(i, i % 2 == 0 ? "low" : "high", $$"""{"priority": "{{g}}"}"""))];
        double[] leftOut = [.. rows.Select((_, out_) => Results([.. rows.Where((_, i) => i != out_)])[0].MacroF1!.Value)];
        var error = Math.Sqrt(7.0 / 8 * leftOut.Sum(v => Math.Pow(v - leftOut.Average(), 2)));

        var all = Results(rows)[0].MacroF1!;

        Assert.That(all.High, Is.EqualTo(Math.Min(1, all.Value + (2.364624 * error))).Within(1e-5));
    }

    [Test]
    public void Few_clusters_give_no_bounds()
    {
        var f1 = Results([.. Enumerable.Range(0, 5).Select(i => Row(i, "low", """{"priority": "low"}"""))])[0].MacroF1!;

        Assert.That((f1.Value, f1.Low, f1.High, f1.Method), Is.EqualTo((1.0, (double?)null, (double?)null, "too-few-clusters")));
    }

    [Test]
    public void Another_field_has_precision_and_recall_alone()
    {
        var rows = new[] { Row(0, "low", "{}"), Row(1, "low", """{"priority": "low"}""") };
        FieldTable table = new(new FieldReader(new AnswerReader(new AnswerContract())), []);
        foreach (var row in rows)
            table.Add(row);

        var result = table.Results(["rag"])[0];

        Assert.That(result.MacroF1, Is.Null);
        Assert.That((result.Confusion.Overall.Precision, result.Confusion.Overall.Recall), Is.EqualTo(((double?)1, (double?)0.5)));
    }

    [Test]
    public void Rows_that_do_not_expect_the_field_are_not_applicable() =>
        Assert.That(Results([Row(0, "low", "{}"), Row(1, null, "{}")])[0].Counts, Is.EqualTo(new OutcomeCounts(1, 1, 0, 0)));

    private static IReadOnlyList<FieldResult> Results(IReadOnlyList<ResultRow> rows)
    {
        FieldTable table = new(new FieldReader(new AnswerReader(new AnswerContract())), Priority);
        foreach (var row in rows)
            table.Add(row);
        return table.Results(["rag"]);
    }

    private static ResultRow Row(int id, string? expected, string? reply)
    {
        var sample = Some.Sample($"s{id}") with { Cluster = null, Expected = expected is null ? null : new JsonObject { ["priority"] = expected } };
        return new ResultRow("rag", 0, sample, Some.Trace(reply is null ? null : new Answer { Text = reply }, sample.Id), new Dictionary<string, Score>());
    }
}
