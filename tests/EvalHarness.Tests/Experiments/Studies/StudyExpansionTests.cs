using EvalHarness.Decisions;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Studies;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Experiments.Studies;

public sealed class StudyExpansionTests
{
    private const string Yaml =
        """
        name: small
        dataset: samples.jsonl
        baseline: rag
        pipelines:
          base: { model: { provider: embedded, name: untuned } }
          rag: { model: { provider: embedded, name: untuned }, retrieval: { corpus: corpus } }
          other: { kind: recorded, file: answers.jsonl, format: jsonl }
        """;

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Write()
    {
        folder = new();
        folder.Write("experiment.yaml", Yaml);
        folder.Write("samples.jsonl", "");
        folder.Write("answers.jsonl", "");
        folder.Write("corpus/one.md", "# One\n\nA sentence.\n");
    }

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void Every_point_is_a_pipeline_beside_the_arms_as_they_are()
    {
        var set = Expand("studies:\n  passages: { pipelines: [rag], vary: { retrieval.passages: [1, 2] } }\n  wording: { pipelines: [base, rag], vary: { rewording: [null, typos] } }");

        Assert.That(set.Studies.Select(s => (s.Kind.Id, s.Grid.Pipeline, s.Grid.Points.Count)), Is.EqualTo(new[] { ("passages", "rag", 3), ("wording", "base", 2), ("wording", "rag", 2) }));
        Assert.That(set.Experiment.Pipelines.Select(p => p.Name), Is.EqualTo(new[] { "base", "rag", "passages.rag.passages-1", "passages.rag.passages-2", "wording.base.rewording-typos", "wording.rag.rewording-typos" }));
        Assert.That(set.Experiment.Pipelines[3].Settings["retrieval"]!["passages"]!.GetValue<int>(), Is.EqualTo(2));
    }

    [Test]
    public void Studies_are_made_on_rows_of_their_own()
    {
        Assert.That(Expand("studies:\n  passages: { pipelines: [rag], vary: { retrieval.passages: [1] } }").Experiment.Split, Is.EqualTo("dev"));
        Assert.That(Expand("study_split: practice\nstudies:\n  passages: { pipelines: [rag], vary: { retrieval.passages: [1] } }").Experiment.Split, Is.EqualTo("practice"));
    }

    [Test]
    public void A_pipeline_that_is_not_there_names_the_study_and_those_that_are()
    {
        Assert.That(
            () => Expand("studies:\n  passages: { pipelines: [rga], vary: { retrieval.passages: [1] } }"),
            Throws.TypeOf<InputException>().With.Message.Contains("studies.passages").And.Message.Contains("there is no pipeline 'rga'").And.Message.Contains("base, rag, other"));
    }

    [Test]
    public void A_parameter_that_is_not_there_names_the_study()
    {
        Assert.That(
            () => Expand("studies:\n  passages: { pipelines: [rag], vary: { retrieval.pasages: [1] } }"),
            Throws.TypeOf<InputException>().With.Message.Contains("studies.passages").And.Message.Contains("pasages"));
    }

    private StudySet Expand(string decision)
    {
        folder.Write("decision.yaml", decision + "\n");
        return new StudyExpansion(ExperimentReader.Read(folder["experiment.yaml"]), DecisionReader.Read(folder["decision.yaml"])).Expand();
    }
}
