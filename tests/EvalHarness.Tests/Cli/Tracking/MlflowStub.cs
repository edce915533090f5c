using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EvalHarness.Tests.Cli.Tracking;

/// <summary>A tracking server on loopback that takes what MLflow takes, refuses what it refuses, and keeps it.</summary>
internal sealed partial class MlflowStub : IAsyncDisposable
{
    private const string Api = "/api/2.0/mlflow/";
    private const string Files = "/api/2.0/mlflow-artifacts/artifacts/";

    private readonly WebApplication app;
    private readonly Lock one = new();

    private MlflowStub(WebApplication app) => this.app = app;

    public string Url => app.Urls.Single();

    public string? Authorization { get; set; }

    /// <summary>Where runs keep their files.</summary>
    public string ArtefactRoot { get; set; } = "mlflow-artifacts:/";

    /// <summary>Answers in place of the server where it answers something; a status of 0 is no answer at all.</summary>
    public Func<string, (int Status, string Body)?> Instead { get; set; } = _ => null;

    /// <summary>Method and path, in order.</summary>
    public List<string> Requests { get; } = [];

    public Dictionary<string, string> Experiments { get; } = [];

    public List<StubbedRun> Runs { get; } = [];

    public Dictionary<string, StubbedModel> Models { get; } = [];

    public Dictionary<string, byte[]> Artefacts { get; } = [];

    public static async Task<MlflowStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var stub = new MlflowStub(app);
        app.Run(stub.AnswerAsync);
        await app.StartAsync();
        return stub;
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var path = context.Request.Path.Value!;
        var (status, text) = Instead(path) ?? Answer(context.Request, path, body.ToArray());
        if (status == 0)
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(text);
    }

    private (int Status, string Body) Answer(HttpRequest request, string path, byte[] body)
    {
        lock (one)
        {
            Requests.Add($"{request.Method} {path}");
            try
            {
                if (Authorization is not null && request.Headers.Authorization != Authorization)
                    throw new StubbedRefusal(401, "UNAUTHENTICATED", "who are you?");
                return (200, $"{(path.StartsWith(Files, StringComparison.Ordinal) ? Put(request, path[Files.Length..], body) : Call($"{request.Method} {path.Replace(Api, "", StringComparison.Ordinal)}", request, body))}");
            }
            catch (StubbedRefusal refusal)
            {
                return (refusal.Status, JsonSerializer.Serialize(new { error_code = refusal.Code, message = refusal.Message }));
            }
        }
    }

    private JsonObject Put(HttpRequest request, string path, byte[] body)
    {
        Require(request.Method == "PUT" && request.ContentLength == body.Length, "a file is put whole");
        Artefacts[path] = body;
        return [];
    }

    private JsonObject Call(string what, HttpRequest request, byte[] body)
    {
        Require(what.StartsWith("GET ", StringComparison.Ordinal) || request.ContentLength is > 0 and < 1_000_000, "a body of known length below 1 MB");
        var asked = body.Length > 0 ? JsonNode.Parse(body)!.AsObject() : [];
        return what switch
        {
            "GET experiments/get-by-name" => new JsonObject { ["experiment"] = new JsonObject { ["experiment_id"] = Known(Experiments, $"{request.Query["experiment_name"]}"), ["lifecycle_stage"] = "active" } },
            "POST experiments/create" => new JsonObject { ["experiment_id"] = Experiments[Text(asked, "name")] = $"{Experiments.Count + 1}" },
            "POST runs/search" => Search(asked),
            "POST runs/create" => Create(asked),
            "POST runs/log-batch" => Log(asked),
            "POST runs/update" => Update(asked),
            "GET registered-models/get" => new JsonObject { ["registered_model"] = Known(Models, $"{request.Query["name"]}").Json($"{request.Query["name"]}") },
            "POST registered-models/create" => Register(Text(asked, "name")),
            "POST registered-models/set-tag" => Tag(asked),
            "POST registered-models/alias" => Alias(asked),
            "DELETE registered-models/alias" => Unalias(asked),
            "GET model-versions/search" => Versions($"{request.Query["filter"]}"),
            "POST model-versions/create" => Version(asked),
            _ => throw new StubbedRefusal(404, "ENDPOINT_NOT_FOUND", what),
        };
    }

    private JsonObject Search(JsonObject asked)
    {
        var wanted = Filter().Match(Text(asked, "filter"));
        Require(wanted.Success && asked["experiment_ids"]!.AsArray().Count == 1, "a filter by a tag in one experiment");
        return new JsonObject { ["runs"] = new JsonArray([.. Runs.Where(r => r.Experiment == (string)asked["experiment_ids"]![0]! && r.Tags.GetValueOrDefault(wanted.Groups["key"].Value) == wanted.Groups["value"].Value).Select(r => (JsonNode)r.Json())]) };
    }

    private JsonObject Create(JsonObject asked)
    {
        Require(Experiments.ContainsValue(Text(asked, "experiment_id")) && (long)asked["start_time"]! > 1_000_000_000_000, "an experiment and milliseconds");
        var id = $"r{Runs.Count + 1}";
        StubbedRun run = new(id, Text(asked, "experiment_id"), $"{ArtefactRoot}{Text(asked, "experiment_id")}/{id}/artifacts") { Name = Text(asked, "run_name") };
        foreach (var tag in asked["tags"]!.AsArray())
            run.Tags[(string)tag!["key"]!] = (string)tag["value"]!;
        Runs.Add(run);
        return new JsonObject { ["run"] = run.Json() };
    }

    private JsonObject Log(JsonObject asked)
    {
        var run = Runs.Single(r => r.Id == Text(asked, "run_id"));
        var (metrics, parameters, tags) = (Items(asked, "metrics"), Items(asked, "params"), Items(asked, "tags"));
        Require(metrics.Count <= 1000 && parameters.Count <= 100 && tags.Count <= 100 && metrics.Count + parameters.Count + tags.Count is > 0 and <= 1000, "no more than a batch holds");
        Require(metrics.Concat(parameters).Concat(tags).All(i => Key().IsMatch(Text(i, "key"))), "letters that a key may have");
        foreach (var tag in tags)
            run.Tags[Text(tag, "key")] = Limited(Text(tag, "value"), 5000);
        foreach (var parameter in parameters)
            Require(run.Parameters.TryAdd(Text(parameter, "key"), Limited(Text(parameter, "value"), 6000)), "a parameter that is not there yet");
        foreach (var metric in metrics)
            run.Metrics.Add((Text(metric, "key"), (double)metric["value"]!, (long)metric["step"]!));
        return [];
    }

    private JsonObject Update(JsonObject asked)
    {
        var run = Runs.Single(r => r.Id == Text(asked, "run_id"));
        (run.Status, run.Name) = (Text(asked, "status"), Text(asked, "run_name"));
        Require(run.Status != "FINISHED" || (long)asked["end_time"]! > 1_000_000_000_000, "an end in milliseconds");
        return [];
    }

    private JsonObject Register(string name)
    {
        Require(Models.TryAdd(name, new StubbedModel()), "a name that is not there yet");
        return [];
    }

    private JsonObject Tag(JsonObject asked)
    {
        Known(Models, Text(asked, "name")).Tags[Text(asked, "key")] = Text(asked, "value");
        return [];
    }

    private JsonObject Alias(JsonObject asked)
    {
        var model = Known(Models, Text(asked, "name"));
        Require(int.Parse(Text(asked, "version")) <= model.Versions.Count, "a version that is there");
        model.Aliases[Text(asked, "alias")] = Text(asked, "version");
        return [];
    }

    private JsonObject Unalias(JsonObject asked)
    {
        Require(Known(Models, Text(asked, "name")).Aliases.Remove(Text(asked, "alias")), "an alias that is there");
        return [];
    }

    private JsonObject Versions(string filter)
    {
        var model = Known(Models, NameFilter().Match(filter).Groups["name"].Value);
        return new JsonObject { ["model_versions"] = new JsonArray([.. Enumerable.Range(1, model.Versions.Count).Select(v => (JsonNode)model.Version(v))]) };
    }

    private JsonObject Version(JsonObject asked)
    {
        var model = Known(Models, Text(asked, "name"));
        Require(Uri.TryCreate(Text(asked, "source"), UriKind.Absolute, out var source) && !source.IsFile, "a source that is no local path");
        model.Versions.Add(asked["tags"]!.AsArray().DeepClone().AsArray());
        return new JsonObject { ["model_version"] = model.Version(model.Versions.Count) };
    }

    private static T Known<T>(Dictionary<string, T> all, string name) => all.TryGetValue(name, out var found) ? found : throw new StubbedRefusal(404, "RESOURCE_DOES_NOT_EXIST", $"no {name}");

    private static List<JsonObject> Items(JsonObject asked, string kind) => [.. (asked[kind] as JsonArray ?? []).OfType<JsonObject>()];

    private static string Text(JsonObject asked, string field) => (string?)asked[field] ?? throw new StubbedRefusal(400, "INVALID_PARAMETER_VALUE", $"no {field}");

    private static string Limited(string value, int longest)
    {
        Require(value.Length <= longest, $"no more than {longest} characters");
        return value;
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
            throw new StubbedRefusal(400, "INVALID_PARAMETER_VALUE", $"wanted: {what}");
    }

    [GeneratedRegex(@"^tags\.`(?<key>[^`]+)` = '(?<value>[^']+)'$", RegexOptions.ExplicitCapture)]
    private static partial Regex Filter();

    [GeneratedRegex("^name='(?<name>[^']+)'$", RegexOptions.ExplicitCapture)]
    private static partial Regex NameFilter();

    [GeneratedRegex(@"^[/\w.\- ]{1,250}$")]
    private static partial Regex Key();
}
