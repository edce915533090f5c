using System.Text.RegularExpressions;
using EvalHarness.Cli;
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
    public async Task No_span_or_metric_holds_a_secret()
    {
        await using var collector = await StubServer.StartAsync();
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultsByModel(Faults), EchoesHeaders = true, Key = PlantedSecrets.Key });
        using var folder = Experiment(stub, "telemetry: { export: otlp, content: true }");

        var result = await RunAsync(
            folder,
            new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" },
            "run", folder["experiment.yaml"], "--out", folder["reports"]);
        var sent = collector.Received.Where(r => r.Path == "/v1/traces").ToList();

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Error);
        Assert.That(sent.Select(r => r.Body), Has.Some.Contains("How long is a reset link valid?"), "questions are sent");
        Assert.That(collector.Received.SelectMany(r => PlantedSecrets.In(r.Body)), Is.Empty);
    }

    [Test]
    public async Task A_crash_report_holds_no_secret()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultsByModel(Faults), EchoesHeaders = true, Key = PlantedSecrets.Key });
        using var folder = Experiment(stub);
        using var planted = new PlantedVariables();
        var error = new StringWriter();

        var exitCode = await new App(new BreakingWriter(), error, TimeProvider.System).RunAsync(["run", folder["experiment.yaml"], "--out", folder["reports"]], CancellationToken.None);
        var report = Regex.Match($"{error}", @"\S*evalharness-crash-\S+\.txt").Value;

        Assert.That(exitCode, Is.EqualTo(70), $"{error}");
        Assert.That(PlantedSecrets.In($"{error}{await File.ReadAllTextAsync(report)}"), Is.Empty);
        Assert.That(PlantedSecrets.InFiles(folder.FullPath), Is.Empty);
        File.Delete(report);
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

    private static Task<CliResult> RunAsync(TemporaryFolder folder, params string[] arguments) => RunAsync(folder, new Dictionary<string, string>(), arguments);

    private static async Task<CliResult> RunAsync(TemporaryFolder folder, Dictionary<string, string> more, params string[] arguments)
    {
        // Whatever is written at home or in the folder for temporary files is looked at too.
        var environment = new Dictionary<string, string>(PlantedSecrets.Environment.Concat(more))
        {
            ["HOME"] = Directory.CreateDirectory(folder["home"]).FullName,
            ["XDG_CACHE_HOME"] = folder["home/cache"],
            ["TMPDIR"] = Directory.CreateDirectory(folder["temporary"]).FullName,
        };
        using var process = CliProcess.Start(environment, arguments);
        return await process.EndAsync();
    }

    private static TemporaryFolder Experiment(StubServer stub, string more = "")
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
            {{{more}}}
            endpoints:
            {{{string.Join('\n', from provider in Providers from model in Faults.Keys select Endpoint(stub, provider, model))}}}
            pipelines:
            {{{string.Join('\n', from provider in Providers from model in Faults.Keys select $"  {model}-{provider}: {{ model: {{ endpoint: {model}-{provider}, name: {model} }} }}")}}}
            """);
        return folder;
    }

    private static string[] Providers => ["openai", "azure-openai", "anthropic"];

    private static string Endpoint(StubServer stub, string provider, string model) =>
        $$"""
          {{model}}-{{provider}}:
            provider: {{provider}}
            url: {{stub.Url}}{{(provider == "openai" ? "/v1" : "")}}
            key_env: {{PlantedSecrets.KeyVariable}}
            headers: { X-Tenant: "tenant ${{{PlantedSecrets.HeaderVariable}}}" }
            tries: { count: 2, first_wait_seconds: 0.01 }
        """;

    /// <summary>Breaks the program once it has something to say about a finished run.</summary>
    private sealed class BreakingWriter : StringWriter
    {
        public override void Write(string? value) => Break(value);

        public override void Write(char[] buffer, int index, int count) => Break(new string(buffer, index, count));

        public override void WriteLine(string? value) => Break(value);

        private static void Break(string? value)
        {
            if (value?.Contains("fine-openai", StringComparison.Ordinal) == true)
                throw new InvalidOperationException("the terminal is gone");
        }
    }

    private sealed class PlantedVariables : IDisposable
    {
        public PlantedVariables()
        {
            foreach (var (name, value) in PlantedSecrets.Environment)
                Environment.SetEnvironmentVariable(name, value);
        }

        public void Dispose()
        {
            foreach (var name in PlantedSecrets.Environment.Keys)
                Environment.SetEnvironmentVariable(name, null);
        }
    }
}
