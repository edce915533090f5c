using System.Reflection;
using System.Runtime.Loader;

namespace EvalHarness.Evaluators.Plugins;

/// <summary>Where a plug-in and its dependencies are loaded: its versions of packages are its own, the harness's types are shared.</summary>
internal sealed class PluginLoadContext(string assembly) : AssemblyLoadContext(assembly)
{
    // What the seams are made of: a second copy would have types of the same name that are others.
    private static readonly string[] Shared = [typeof(IEvaluator).Assembly.GetName().Name!, "System.Text.Json", "Microsoft.Extensions.AI.Abstractions"];

    private readonly AssemblyDependencyResolver resolver = new(assembly);

    public static bool IsShared(string? name) => Shared.Contains(name, StringComparer.OrdinalIgnoreCase);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (IsShared(assemblyName.Name))
            return GetLoadContext(typeof(IEvaluator).Assembly)!.LoadFromAssemblyName(new AssemblyName(assemblyName.Name!));
        return resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : nint.Zero;
}
