using EvalHarness.Stub;
using EvalHarness.Stub.Faults;

namespace EvalHarness.Tests.Wire;

/// <summary>Neither a key nor a header's secret is ever written down, though servers say them again.</summary>
public class SecretsTests
{
    private static readonly Dictionary<string, IFaults> Faults = new()
    {
        ["fine"] = NoFaults.Instance,
        ["broken"] = new FaultAlways(Fault.Status(500, new string('x', 180))),
        ["wrong"] = new FaultAlways(Fault.Status(422)),
        ["page"] = new FaultAlways(new SignInPageFault(0)),
        ["cut-page"] = new FaultAlways(new SignInPageFault(230)),
        ["reset"] = new FaultAlways(Fault.ResetMidStream),
    };

    [Test]
    public async Task Nothing_of_a_run_holds_a_secret()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultsByModel(Faults), EchoesHeaders = true, Key = PlantedSecrets.Key });
        using var folder = Experiment(stub);

        var result = await RunAsync(folder, "run", folder["experiment.yaml"], "--out", folder["reports"], "--format", "json");
        var run = Directory.GetDirectories(folder["reports"]).Single(d => File.Exists(Path.Combine(d, "run.json")));
        await RunAsync(folder, "report", run);

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Error + result.Output);
        Assert.That(stub.Received.Select(r => r.Headers.GetValueOrDefault("X-Tenant")).Distinct(), Is.EqualTo(new[] { $"tenant {PlantedSecrets.Header}" }), "the header was sent");
        Assert.That(stub.Received.Select(r => r.Headers.GetValueOrDefault("X-Pipeline")), Does.Contain(PlantedSecrets.Pipeline), "a pipeline's own too");
        Assert.That(File.ReadAllText(Path.Combine(run, "samples.csv")), Does.Contain("500").And.Contain("422"), "the failures are on record");
        Assert.That(PlantedSecrets.In(result.Output + result.Error), Is.Empty);
        Assert.That(PlantedSecrets.InFiles(folder.FullPath), Is.Empty);
    }

    [Test]
    public async Task A_bad_key_is_named_by_its_variable_alone()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Key = "another", EchoesHeaders = true });
        using var folder = Experiment(stub);

        var result = await RunAsync(folder, "run", folder["experiment.yaml"], "--out", folder["reports"]);

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Error);
        Assert.That(result.Output + result.Error, Does.Contain("401"));
        Assert.That(PlantedSecrets.In(result.Output + result.Error), Is.Empty);
        Assert.That(PlantedSecrets.InFiles(folder.FullPath), Is.Empty);
    }

    [Test]
    public void What_the_search_for_secrets_looks_for_is_found()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.csv", $"x,{PlantedSecrets.Key}");
        folder.Write("b.json", "\"Hd5x\\u002Bplanted\"");

        Assert.That(PlantedSecrets.InFiles(folder.FullPath), Is.EquivalentTo(new[] { "Zq7F3a91 in a.csv", "Cc0d44E2 in a.csv", "Hd5x in b.json" }));
        Assert.That(PlantedSecrets.In($"tenant {PlantedSecrets.Header}"), Has.Count.EqualTo(2));
    }

    private static async Task<CliResult> RunAsync(TemporaryFolder folder, params string[] arguments)
    {
        // Whatever is written at home or in the folder for temporary files is looked at too.
        var environment = new Dictionary<string, string>(PlantedSecrets.Environment)
        {
            ["HOME"] = Directory.CreateDirectory(folder["home"]).FullName,
            ["XDG_CACHE_HOME"] = folder["home/cache"],
            ["TMPDIR"] = Directory.CreateDirectory(folder["temporary"]).FullName,
        };
        using var process = CliProcess.Start(environment, arguments);
        return await process.EndAsync();
    }

    private static TemporaryFolder Experiment(StubServer stub)
    {
        var folder = new TemporaryFolder();
        folder.Write("samples.jsonl", """
            {"id":"s1","question":"How long is a reset link valid?","answers":["30 minutes"]}
            {"id":"s2","question":"Who may reset a password?","answers":["the owner"]}

            """);
        folder.Write(
            "experiment.yaml",
            $$$"""
            name: secrets
            dataset: samples.jsonl
            baseline: fine-openai
            run: { concurrency: 2, warm_up: 1, timeout_seconds: 20 }
            endpoints:
            {{{string.Join('\n', from provider in Providers from model in Faults.Keys select Endpoint(stub, provider, model))}}}
            pipelines:
            {{{string.Join('\n', from provider in Providers from model in Faults.Keys select Pipeline(provider, model))}}}
            """);
        return folder;
    }

    private static string[] Providers => ["openai", "azure-openai", "anthropic", "http"];

    private static string Pipeline(string provider, string model) => provider != "http"
        ? $"  {model}-{provider}: {{ model: {{ endpoint: {model}-{provider}, name: {model} }} }}"
        : $$"""
            {{model}}-http:
              kind: http
              version: "1"
              endpoint: {{model}}-http
              url: /ask
              headers: { X-Pipeline: "${{{PlantedSecrets.PipelineVariable}}}" }
              body: { question: "{question}", model: {{model}} }
              reply: { answer: $.answer }
          """;

    private static string Endpoint(StubServer stub, string provider, string model) =>
        $$"""
          {{model}}-{{provider}}:
            provider: {{provider}}
            url: {{stub.Url}}{{(provider == "openai" ? "/v1" : "")}}
            key_env: {{PlantedSecrets.KeyVariable}}
            headers: { X-Tenant: "tenant ${{{PlantedSecrets.HeaderVariable}}}" }
            tries: { count: 2, first_wait_seconds: 0.01 }
        """;
}
