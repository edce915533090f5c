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
    public void Values_that_no_schema_lists_are_counted_apart_up_to_a_number_and_wrong_stays_wrong()
    {
        var rows = Enumerable.Range(0, 100).Select(i => Row(i, i < 50 ? "low" : $"new{i}", $$"""{"priority": "new{{(i is 99 ? 0 : i)}}"}""")).ToList();

        var confusion = Results(rows)[0].Confusion;

        Assert.That(confusion.Classes, Has.Count.EqualTo(1 + FieldValues.MostBesides + 1));
        Assert.That(confusion.Cells, Does.Contain(("\"low\"", FieldValues.Others, 30)).And.Contain((FieldValues.Others, FieldValues.Others, 49)));
        Assert.That(confusion.N, Is.EqualTo(100));
        Assert.That(Results([.. Enumerable.Range(0, 30).Select(i => Row(i, $"a{i}", $$"""{"priority": "b{{i}}"}"""))])[0].Confusion.Overall.Right, Is.Zero);
    }

    [Test]
    public void Of_many_clusters_groups_are_left_out()
    {
        var rows = Enumerable.Range(0, 3 * ClusterGroups.Most).Select(i => Row(i, i % 2 == 0 ? "low" : "high", i % 5 == 0 ? "{}" : $$"""{"priority": "{{(i % 2 == 0 ? "low" : "high")}}"}"""));

        var f1 = Results([.. rows])[0].MacroF1!;

        Assert.That((f1.Method, f1.N), Is.EqualTo(("jackknife-t", 3 * ClusterGroups.Most)));
        Assert.That(f1.High - f1.Low, Is.InRange(0.01, 0.05));
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
