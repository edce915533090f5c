using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Groundedness.Plugins;
using EvalHarness.Evaluators.Plugins;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Evaluators.Groundedness.Plugins;

public sealed class ClassVerifierFactoryTests
{
    private static readonly TextEvidence Evidence = new("Links expire. A reset link is valid for 30 minutes.");

    private PluginHost plugins = null!;

    [SetUp]
    public void Set_up() => plugins = new PluginHost(allowed: true, TimeProvider.System);

    [TearDown]
    public void Tear_down() => plugins.Dispose();

    [Test]
    public async Task The_example_of_the_guide_verifies()
    {
        var verifier = Build("My.Verbatim");

        var verdicts = await verifier.VerifyAsync("", "A reset link is valid for 30 minutes. It is blue and round.", Evidence, CancellationToken.None);

        Assert.That(verdicts.Select(v => v.IsSupported), Is.EqualTo(new[] { true, false }));
        Assert.That(verdicts[0].Span, Is.EqualTo(new TextSpan(14, 51)));
        Assert.That(verifier.Definition, Does.StartWith("verbatim/1 plugin="));
    }

    [TestCase("throws", "the verifier threw InvalidOperationException: out of memory")]
    [TestCase("waits", "the verifier took longer than 0.2 s (timeout_seconds)")]
    [TestCase("", "the verifier returned a verdict without a claim, or with a support outside [0, 1]")]
    public void What_goes_wrong_is_told_as_no_verdict(string does, string reason)
    {
        var verifier = Build("EvalHarness.Plugin.CarelessVerifier", does);

        Assert.That(async () => await verifier.VerifyAsync("", "30 minutes.", Evidence, CancellationToken.None), Throws.TypeOf<NoVerdictException>().With.Message.EqualTo(reason));
    }

    [Test]
    public void Without_leave_nothing_is_loaded()
    {
        using var forbidding = new PluginHost(allowed: false, TimeProvider.System);

        Assert.That(() => new ClassVerifierFactory(forbidding).Check(Source("My.Verbatim", "")), Throws.TypeOf<InputException>().With.Message.StartsWith("verifier: it loads an assembly ("));
    }

    [Test]
    public void An_entailment_verifier_is_checked_without_loading_it()
    {
        using var folder = new TemporaryFolder();
        var settings = new JsonObject { ["kind"] = "entailment", ["assembly"] = folder.Write("E.dll", "not code"), ["model"] = "m.onnx", ["tokenizer"] = "vocab.txt" };
        var source = new VerifierSource("entailment", folder.FullPath, settings);
        var factory = new EntailmentVerifierFactory(plugins);

        Assert.That(() => factory.Check(source), Throws.TypeOf<InputException>().With.Message.Contains("verifier: model: 'm.onnx': the file does not exist").And.Message.Contains("tokenizer: 'vocab.txt': the file does not exist"));

        folder.Write("m.onnx", "");
        folder.Write("vocab.txt", "");
        Assert.That(() => factory.Check(source), Throws.Nothing);
        Assert.That(() => factory.Build(source), Throws.TypeOf<InputException>().With.Message.Contains("type: EvalHarness.Entailment.EntailmentVerifier of"));
    }

    private IClaimVerifier Build(string type, string does = "") => new ClassVerifierFactory(plugins).Build(Source(type, does));

    private static VerifierSource Source(string type, string does) => new("class", TestContext.CurrentContext.TestDirectory, new JsonObject
    {
        ["kind"] = "class",
        ["assembly"] = Repository.Plugin,
        ["type"] = type,
        ["settings"] = new JsonObject { ["does"] = does },
        ["timeout_seconds"] = does == "waits" ? 0.2 : 20,
    });
}
