using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using System.Text.Json;
using EvalHarness.Cli.Serving;
using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;
using EvalHarness.Runs;
using EvalHarness.Server;

namespace EvalHarness.Cli.Commands;

/// <summary>Serves the pages of a folder of runs until it is stopped.</summary>
internal sealed class ServeCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly Argument<string> reports = new("reports") { Description = "The parent folder of runs.", DefaultValueFactory = _ => "reports" };
    private readonly Option<IPAddress> address = new("--address") { Description = "One of this machine's addresses. Beyond 127.0.0.1 and ::1 a token is needed.", DefaultValueFactory = _ => IPAddress.Loopback, CustomParser = Address };
    private readonly Option<int> port = new("--port") { Description = "The port; 0 takes a free one.", DefaultValueFactory = _ => ServeOptions.DefaultPort };
    private readonly Option<string?> tokenEnv = new("--token-env") { Description = "The environment variable that holds the token every reader is asked for: once as ?token= in the address, or as Authorization: Bearer." };
    private readonly Option<string[]> hosts = new("--host") { Description = "A name that readers may call this machine by, a proxy's say; repeatable. Requests for other names are refused.", DefaultValueFactory = _ => [] };
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        var verb = new Verb(
            "serve",
            "Serve the runs of a folder as pages, read only: the list, each run and how far it is, trends, and any two runs compared. Ctrl-C ends it.",
            "evalharness serve reports",
            "evalharness serve /data/reports --port 0",
            "evalharness serve reports --address 0.0.0.0 --token-env REPORTS_TOKEN --host reports.example.org") { reports, address, port, tokenEnv, hosts, format };
        port.Validators.Add(result =>
        {
            // What is no number is the parser's to say; without a token it is the default.
            if (result.Tokens is [var typed] && int.TryParse(typed.Value, out var number) && number is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
                result.AddError("--port must be from 0 to 65535.");
        });
        verb.SetAction(RunAsync);
        return verb;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = Options(parsed);
        await using var server = await ReportServer.StartAsync(options, new ServedComparison(options.Folder, terminal, time), cancellationToken);
        terminal.Line(parsed.GetValue(format) == "json" ? JsonSerializer.Serialize(new { url = server.Url }, RunJson.Compact) : $"serving {options.Folder} at {server.Url}");
        if (!IPAddress.IsLoopback(options.Address))
            terminal.Note("note: this is plain HTTP, and who listens on the way reads along. Put a proxy with TLS in front, or reach 127.0.0.1 by an SSH tunnel.");
        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
        return ExitCode.Done;
    }

    private ServeOptions Options(ParseResult parsed)
    {
        var folder = parsed.GetValue(reports)!;
        return Directory.Exists(folder)
            ? new ServeOptions
            {
                Folder = folder,
                Address = parsed.GetValue(address)!,
                Port = parsed.GetValue(port),
                Hosts = parsed.GetValue(hosts)!,
                Token = Token(parsed.GetValue(tokenEnv)),
                Say = terminal.Note,
            }
            : throw new InputException(new InputProblem(folder, "there is no such folder", "Give the parent folder of runs: the one that run wrote to with --out."));
    }

    private static string? Token(string? variable)
    {
        if (variable is null)
            return null;
        return Environment.GetEnvironmentVariable(variable)?.Trim() is { Length: > 0 } token
            ? token
            : throw new InputException(new InputProblem("--token-env", $"the environment variable {variable} is not set", $"Set it to a token: export {variable}=$(openssl rand -hex 16)."));
    }

    private static IPAddress? Address(ArgumentResult result)
    {
        if (IPAddress.TryParse(result.Tokens[0].Value, out var parsed))
            return parsed;
        result.AddError($"--address: '{result.Tokens[0].Value}' is no address. Write 127.0.0.1, 0.0.0.0 or one of this machine's.");
        return null;
    }
}
