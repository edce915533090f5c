namespace EvalHarness.Tests.Evaluators.Checks;

/// <summary>The recording of phi-2: base and RAG answers run on, and a third to a half of the fine-tuned ones.</summary>
public sealed class RunOnRecordingTests
{
    [TestCase("baseline", 0.8)]
    [TestCase("rag", 0.9)]
    [TestCase("finetuned", 0.4)]
    public void Answers_that_run_on_are_found(string system, double least)
    {
        var check = Checked.Evaluator("""{"check": "run-on"}""");

        var rows = SharedRows.Read("recorded/phi2-arxiv.jsonl.gz").Where(r => r.Text("system") == system).ToList();
        var share = rows.Count(r => Checked.Scores(check, r.Text("answer"))[0].Value == 0) / (double)rows.Count;

        TestContext.Out.WriteLine($"{system}: {share:0.000} of {rows.Count} run on");
        Assert.That(share, Is.GreaterThan(least));
    }

    [TestCase("format/ifeval.jsonl.gz", "response")]
    [TestCase("recorded/mistral7b-physics.jsonl.gz", "answer")]
    public void Answers_that_stop_are_let_pass(string file, string field)
    {
        var check = Checked.Evaluator("""{"check": "run-on"}""");

        var rows = SharedRows.Read(file);
        var found = rows.Select(r => Checked.Scores(check, r.Text(field))[0]).Where(s => s.Value == 0).ToList();

        TestContext.Out.WriteLine($"{file}: {found.Count} of {rows.Count}: {string.Join(" | ", found.Select(f => f.Reason))}");
        Assert.That(found.Count / (double)rows.Count, Is.LessThan(0.05));
    }
}
