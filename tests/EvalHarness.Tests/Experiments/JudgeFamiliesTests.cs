using EvalHarness.Experiments;

namespace EvalHarness.Tests.Experiments;

internal sealed class JudgeFamiliesTests
{
    [TestCase("ft:gpt-4o-mini:acme::x", "gpt")]
    [TestCase("gpt-4o-mini-2024-07-18", "gpt")]
    [TestCase("o3", "gpt")]
    [TestCase("claude-sonnet-4", "claude")]
    [TestCase("meta-llama/Llama-3.1-70B", "llama")]
    [TestCase("qwen2.5:7b", "qwen")]
    [TestCase("", null)]
    public void A_family_is_told_by_the_first_letters_of_a_name(string model, string? stem)
    {
        Assert.That(JudgeFamilies.Stem(model), Is.EqualTo(stem));
    }

    [TestCase("openai", "gpt-4.1", "verifier: { kind: judge }", 1)]
    [TestCase("openai", "gpt-4.1", "correctness: { judge: strict }", 1)]
    [TestCase("openai", "gpt-4.1", "", 0)]
    [TestCase("anthropic", "claude-sonnet-4", "verifier: { kind: judge }", 0)]
    public void A_judge_that_is_asked_and_a_pipeline_of_one_family_are_warned_of(string endpoint, string model, string use, int warnings)
    {
        using var folder = new TemporaryFolder();
        folder.Write("samples.jsonl", "");
        var experiment = ExperimentReader.Read(folder.Write("experiment.yaml", $$"""
            name: families
            dataset: samples.jsonl
            baseline: plain
            pipelines: { plain: { model: { endpoint: openai, name: gpt-4o-mini } } }
            judges: { strict: { endpoint: {{endpoint}}, name: {{model}} } }
            {{use}}
            """));

        var said = JudgeFamilies.Warnings(experiment);

        Assert.That(said, Has.Count.EqualTo(warnings));
        Assert.That(said, Is.All.EqualTo("Judge 'strict' (gpt-4.1) and pipeline 'plain' (gpt-4o-mini) are of one model family: judges favour their own. Judge with another family, or measure it with calibrate."));
    }
}
