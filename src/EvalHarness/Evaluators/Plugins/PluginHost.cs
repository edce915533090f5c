using System.Collections.Concurrent;
using EvalHarness.Inputs;

namespace EvalHarness.Evaluators.Plugins;

/// <summary>Loads classes of the user's, when the command line allows it; ends with what it made.</summary>
/// <remarks>A load context keeps versions apart and a time limit keeps a run going. Neither is a sandbox: docs/decisions/plug-ins.md.</remarks>
/// <param name="allowed">Whether the command line has <c>--allow-plugins</c>.</param>
public sealed class PluginHost(bool allowed, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, PluginLoadContext> contexts = new(StringComparer.Ordinal);
    private readonly ConcurrentStack<IDisposable> made = [];

    internal TimeProvider Time => time;

    /// <summary>Loads nothing.</summary>
    /// <exception cref="InputException">Plug-ins are not allowed, or the assembly is not there.</exception>
    public void Check(PluginSource plugin)
    {
        if (!allowed)
            throw new InputException(new InputProblem(plugin.Where, $"it loads an assembly ({plugin.Assembly}), which needs --allow-plugins", "Read what it does, then give --allow-plugins."));
        if (NamedPath.MissingFile(plugin.Where, plugin.Assembly, plugin.Folder, "assembly: ") is { } missing)
            throw new InputException(missing with { Mend = $"Build it first. {missing.Mend}" });
    }

    /// <summary>One of the class, loaded with its dependencies from the folder of its assembly.</summary>
    /// <param name="patience">How long its constructor may take.</param>
    /// <param name="offered">What the constructor may ask for, each by its type.</param>
    /// <exception cref="InputException">It is not allowed, not there, does not load, or throws.</exception>
    public T Create<T>(PluginSource plugin, TimeSpan patience, params IReadOnlyList<object> offered)
        where T : class
    {
        Check(plugin);
        return Keep(Ask(plugin, patience, () => Make<T>(plugin, offered)));
    }

    /// <summary>Ends it with the host.</summary>
    internal T Keep<T>(T one)
    {
        if (one is IDisposable disposable)
            made.Push(disposable);
        return one;
    }

    /// <summary>What a plug-in says before anything runs.</summary>
    /// <exception cref="InputException">It throws, or takes too long.</exception>
    internal T Ask<T>(PluginSource plugin, TimeSpan patience, Func<T> question)
    {
        try
        {
            return new PluginCalls(patience, time).Call(question);
        }
        catch (PluginFailedException exception)
        {
            // What it has to say of its own settings is said already in the form of the harness.
            throw exception.InnerException as InputException
                ?? new InputException(new InputProblem(plugin.Where, $"type: {plugin.Type} of {plugin.Assembly} cannot be used: it {exception.Message}", "Build it for .NET 10 against this version of EvalHarness, as docs/guides/custom-metrics-code.md says."));
        }
    }

    public void Dispose()
    {
        while (made.TryPop(out var one))
            one.Dispose();
    }

    private T Make<T>(PluginSource plugin, IReadOnlyList<object> offered)
    {
        var assembly = contexts.GetOrAdd(plugin.File, file => new PluginLoadContext(file)).LoadFromAssemblyPath(plugin.File);
        return PluginType.Make<T>(PluginType.Find<T>(assembly, plugin.Type), offered);
    }
}
