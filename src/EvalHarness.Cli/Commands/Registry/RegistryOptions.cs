using System.CommandLine;
using EvalHarness.Checkpoints;
using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;
using EvalHarness.Promotions;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>Which registry is meant, and who speaks.</summary>
internal sealed class RegistryOptions
{
    private readonly Option<string?> registry = new("--registry") { Description = "The registry's file; checkpoints/registry.jsonl when absent." };
    private readonly Option<string?> experiment = new("--experiment") { Description = "The experiment file beside whose checkpoints the registry lies." };
    private readonly Option<string?> by = new("--by") { Description = "Who, for the record; your name on this machine when absent." };
    private readonly Option<string> format = OutputOptions.Format();

    /// <param name="writes">Whether the verb adds to the registry.</param>
    public void AddTo(Command command, bool writes)
    {
        command.Add(registry);
        command.Add(experiment);
        command.Add(format);
        if (writes)
            command.Add(by);
    }

    public string? Experiment(ParseResult parsed) => parsed.GetValue(experiment);

    public bool IsJson(ParseResult parsed) => parsed.GetValue(format) == "json";

    /// <summary>Absolute.</summary>
    public string File(ParseResult parsed) => Path.GetFullPath((parsed.GetValue(registry), parsed.GetValue(experiment)) switch
    {
        ({ } file, _) => file,
        (null, { } of) => FileOf(of),
        _ => CheckpointRegistry.FileBeside("."),
    });

    /// <summary>The registry of an experiment file, which is not checked.</summary>
    /// <exception cref="InputException">There is no such file.</exception>
    public static string FileOf(string experiment)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(experiment))!;
        return (YamlFile.Read(experiment).Root as System.Text.Json.Nodes.JsonObject)?["registry"] is System.Text.Json.Nodes.JsonValue value && value.TryGetValue(out string? named)
            ? Path.GetFullPath(named, folder)
            : CheckpointRegistry.FileBeside(folder);
    }

    public CheckpointRegistry Read(ParseResult parsed, TerminalOutput terminal)
    {
        var file = File(parsed);
        if (!System.IO.File.Exists(file))
            terminal.Note($"there is no registry at {file} yet; --experiment or --registry says where it is");
        return Warned(CheckpointRegistry.Read(file), terminal);
    }

    /// <summary>Opens it for adding; nobody else can until it is disposed.</summary>
    public RegistryWriter Open(ParseResult parsed, TerminalOutput terminal, TimeProvider time)
    {
        var who = parsed.GetValue(by) is { Length: > 0 } named ? named : Environment.UserName is { Length: > 0 } user ? user : "unknown";
        var writer = RegistryWriter.Open(File(parsed), new RegistryAuthor(who, TypedCommand.Of(parsed)), time);
        Warned(writer.Registry, terminal);
        return writer;
    }

    /// <summary>Of <c>hooks.yaml</c> beside the registry where the command line names no other; none where it is not there.</summary>
    public static (Hooks Hooks, string Folder) Hooks(string? named, CheckpointRegistry registry)
    {
        var file = Path.GetFullPath(named ?? Path.Combine(registry.Folder, Promotions.Hooks.FileName));
        return (named is null && !System.IO.File.Exists(file) ? Promotions.Hooks.None : Promotions.Hooks.Read(file), Path.GetDirectoryName(file)!);
    }

    private static CheckpointRegistry Warned(CheckpointRegistry registry, TerminalOutput terminal)
    {
        if (registry.Warning is { } warning)
            terminal.Note($"warning: {warning}");
        return registry;
    }
}
