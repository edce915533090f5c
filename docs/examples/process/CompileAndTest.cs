// A metric in C#: compiles the code in an answer, runs the sample's tests on it, and says pass or fail. Start it with `dotnet run CompileAndTest.cs`.
// The tests stand in the sample, as "expected": { "tests": "…" }: statements in C# that throw when the code is wrong.
// It runs what a model wrote, with your rights. Start it in a container without a network where that matters: docs/guides/custom-metrics-code.md.
using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

// Kept below timeout_seconds of the metric: then the reply says which step took too long.
var patience = TimeSpan.FromSeconds(double.Parse(args.FirstOrDefault() ?? "60", System.Globalization.CultureInfo.InvariantCulture));
Write(new JsonObject { ["ready"] = true, ["protocol"] = 1 });

while (Console.ReadLine() is { } line)
{
    var row = JsonNode.Parse(line)!;
    var reply = await ScoreAsync((string)row["answer"]!, (string?)row["expected"]?["tests"]);
    reply["id"] = (string)row["id"]!;
    Write(reply);
}

async Task<JsonObject> ScoreAsync(string answer, string? tests)
{
    if (tests is null)
        return new JsonObject { ["not_applicable"] = "the sample has no tests (expected.tests)" };
    // The first fenced block; an answer without one is taken for code as a whole.
    var fenced = Regex.Match(answer, @"^```\w*[ \t]*\r?\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline);
    var folder = Directory.CreateTempSubdirectory("compile-and-test-");
    try
    {
        Put(folder, "Answer.cs", fenced.Success ? fenced.Groups["code"].Value : answer);
        Put(folder, "Tests.cs", tests);
        Put(folder, "Answer.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
            </Project>
            """);
        // Stops the search for settings of folders above.
        Put(folder, "Directory.Build.props", "<Project />");
        return await RunAsync(folder, "build", "-v", "quiet", "-clp:ErrorsOnly", "-o", "out") is { } notBuilt ? Failed("does not compile", notBuilt)
            : await RunAsync(folder, Path.Combine("out", "Answer.dll")) is { } wrong ? Failed("fails its tests", wrong)
            : new JsonObject { ["score"] = true, ["reason"] = "compiles and passes its tests" };
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}

// What dotnet says when it does not end well; nothing when it does.
async Task<string?> RunAsync(DirectoryInfo folder, params string[] arguments)
{
    var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
    using var process = Process.Start(start)!;
    var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    using var limit = new CancellationTokenSource(patience);
    try
    {
        await process.WaitForExitAsync(limit.Token);
    }
    catch (OperationCanceledException)
    {
        process.Kill(entireProcessTree: true);
        return $"no end within {patience.TotalSeconds} s";
    }

    return process.ExitCode == 0 ? null : string.Join("\n", await said).Trim();
}

static JsonObject Failed(string how, string said) => new()
{
    ["score"] = false,
    ["reason"] = $"{how}: {said.Split('\n')[0].Trim()}",
    ["detail"] = new JsonObject { ["output"] = said.Length > 4000 ? said[..4000] : said },
};

static void Put(DirectoryInfo folder, string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);

static void Write(JsonObject line)
{
    Console.Out.Write(line.ToJsonString() + "\n");
    Console.Out.Flush();
}
