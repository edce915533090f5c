using EvalHarness.Experiments;

namespace EvalHarness.Tests.Experiments;

public sealed class EvaluatorCatalogTests
{
    [Test]
    public void A_stage_that_a_service_names_gets_a_latency_of_its_own()
    {
        using var folder = new TemporaryFolder();
        folder.Write("samples.jsonl", "");
        var file = folder.Write("experiment.yaml", """
            name: services
            dataset: samples.jsonl
            baseline: a
            pipelines:
              a: { kind: http, version: "1", url: "http://127.0.0.1:9/", body: {}, reply: { answer: $.a, stages: { search: $.s, guard: $.g } } }
              b: { kind: http, version: "1", url: "http://127.0.0.1:9/", body: {}, reply: { answer: $.a, stages: { guard: $.g } } }
            """);

        var metrics = EvaluatorCatalog.For(new ExperimentInputs(ExperimentReader.Read(file)), EvaluatorParts.Offline).SelectMany(e => e.Metrics).Select(m => m.Id).ToList();

        Assert.That(metrics, Is.Unique.And.SupersetOf(new[] { "latency-search-ms", "latency-generate-ms", "latency-guard-ms" }));
    }
}
