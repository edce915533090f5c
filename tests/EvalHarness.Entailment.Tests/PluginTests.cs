using System.Runtime.Loader;
using System.Text.Json.Nodes;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Groundedness.Plugins;
using EvalHarness.Evaluators.Plugins;

namespace EvalHarness.Entailment.Tests;

/// <summary>The verifier as users have it: loaded by the harness, with ONNX Runtime from its own folder.</summary>
public sealed class PluginTests
{
    // tests/EvalHarness.Entailment.Tests/bin/<configuration>/net10.0
    private static readonly DirectoryInfo Tests = new(TestContext.CurrentContext.TestDirectory);

    private static string Assembly => Path.Combine(Tests.Parent!.Parent!.Parent!.Parent!.Parent!.FullName, "src", "EvalHarness.Entailment", "bin", Tests.Parent.Name, "net10.0", "EvalHarness.Entailment.dll");

    [Test]
    public async Task The_harness_loads_it_as_a_plug_in()
    {
        using var folder = new TemporaryFolder();
        using var plugins = new PluginHost(allowed: true, TimeProvider.System);
        var settings = TinyModel.Source(folder, TinyModel.Model.Write()).Settings.DeepClone().AsObject();
        settings["kind"] = "entailment";
        settings["assembly"] = Assembly;
        settings["timeout_seconds"] = 30;
        var source = new VerifierSource("entailment", folder.FullPath, settings);
        var factory = new EntailmentVerifierFactory(plugins);

        factory.Check(source);
        var verifier = factory.Build(source);
        var verdicts = await verifier.VerifyAsync("", "The reset link is valid for 30 minutes. The reset link is valid for 60 minutes.", new TextEvidence("A reset link is valid for 30 minutes."), CancellationToken.None);

        Assert.That(verdicts.Select(v => v.IsSupported), Is.EqualTo(new[] { true, false }));
        Assert.That(verifier.Definition, Does.Match("^entailment/1 model=.* plugin=[0-9a-f]{12}"));
        settings["batch"] = 2;
        settings["threads"] = 1;
        Assert.That(factory.Build(source with { Settings = settings }).Definition, Is.EqualTo(verifier.Definition), "how fast it is changes no score");
        settings["claim_tokens"] = 20;
        Assert.That(factory.Build(source with { Settings = settings }).Definition, Is.Not.EqualTo(verifier.Definition));
        Assert.That(AssemblyLoadContext.All.Where(c => c != AssemblyLoadContext.Default).SelectMany(c => c.Assemblies).Select(a => a.GetName().Name), Has.Some.EqualTo("Microsoft.ML.OnnxRuntime"));
    }
}
