using System.CommandLine;
using EvalHarness.Checkpoints;
using EvalHarness.Inputs;
using EvalHarness.Promotions;
using EvalHarness.Providers.Deployments;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>What promote and rollback share: which alias, and who is told.</summary>
internal sealed class MoveOptions(TimeProvider time)
{
    private readonly Option<string> alias = new("--to") { Description = "The alias that moves.", DefaultValueFactory = _ => "production" };
    private readonly Option<string?> hooks = new("--hooks") { Description = "Who is told of the move and asked afterwards what is served; hooks.yaml beside the registry when absent." };
    private readonly Option<bool> allowPlugins = new("--allow-plugins") { Description = "Programs that hooks and the experiment name may be started." };

    public void AddTo(Command command)
    {
        command.Add(alias);
        command.Add(hooks);
        command.Add(allowPlugins);
        alias.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } name && CheckpointName.TryParse($"{name}@1") is null)
                result.AddError($"--to: '{name}' is no alias. Write letters, digits, '.', '_' and '-': production.");
        });
    }

    public string Alias(ParseResult parsed) => parsed.GetValue(alias)!;

    public bool AllowsPlugins(ParseResult parsed) => parsed.GetValue(allowPlugins);

    public HttpHookCalls Calls() => new(EnvironmentText.Own, time);

    /// <summary>With the alias's hooks looked at, before anything moves.</summary>
    /// <exception cref="InputException">They are wrong.</exception>
    public Deployment Deployment(ParseResult parsed, CheckpointRegistry registry, HttpHookCalls calls)
    {
        var (read, folder) = RegistryOptions.Hooks(parsed.GetValue(hooks), registry);
        Deployment deployment = new(read, new HookPrograms(folder, AllowsPlugins(parsed), time), calls, time);
        deployment.Check(Alias(parsed));
        return deployment;
    }
}
