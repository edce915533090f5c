using System.Reflection;

namespace EvalHarness.Evaluators.Plugins;

/// <summary>Finds a plug-in's class and makes one of it.</summary>
internal static class PluginType
{
    /// <summary>The class by its full name.</summary>
    /// <typeparam name="T">The seam that it must implement.</typeparam>
    /// <exception cref="PluginFailedException">There is none, or it cannot be one.</exception>
    public static Type Find<T>(Assembly assembly, string name)
    {
        var type = assembly.GetType(name);
        if (type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(T)))
            return type;
        var fitting = assembly.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(T))).Select(t => t.FullName);
        throw new PluginFailedException($"{(type is null ? "is not there" : $"is no class that implements {typeof(T).Name}")}; those that do: {List(fitting)}");
    }

    /// <param name="offered">What the constructor may ask for, each by its type.</param>
    /// <exception cref="PluginFailedException">There is not exactly one public constructor, or it asks for something else.</exception>
    public static T Make<T>(Type type, IReadOnlyList<object> offered)
    {
        if (type.GetConstructors() is not [var constructor])
            throw new PluginFailedException("does not have one public constructor");
        var arguments = constructor.GetParameters().Select(p => offered.FirstOrDefault(p.ParameterType.IsInstanceOfType)
            ?? throw new PluginFailedException($"asks in its constructor for {p.ParameterType.Name} {p.Name}; it may ask for {List(offered.Select(o => o.GetType().Name))}"));
        return (T)constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, [.. arguments], culture: null);
    }

    private static string List(IEnumerable<string?> names) => string.Join(", ", names) is { Length: > 0 } list ? list : "none";
}
