using System.Reflection;
using EvalHarness.Gates;

namespace EvalHarness.Tests;

/// <summary>What other programs may build on is changed on purpose, never by the way.</summary>
public sealed class PublicApiTests
{
    private const string Approve = "EVALHARNESS_APPROVE";

    private static string Approved => Path.Combine(Repository.Root, "tests", "EvalHarness.Tests", "Approved", "PublicApi.txt");

    [Test]
    public void The_public_api_is_the_approved_one()
    {
        var now = Api(typeof(Gate).Assembly);
        if (Environment.GetEnvironmentVariable(Approve) == "1")
            File.WriteAllLines(Approved, now);
        var before = File.ReadAllLines(Approved);

        Assert.That(now.Except(before).Take(20), Is.Empty, $"New in the public API. Accept it with {Approve}=1, and say so in CHANGELOG.md.");
        Assert.That(before.Except(now).Take(20), Is.Empty, $"Gone from the public API. Accept it with {Approve}=1, and say so in CHANGELOG.md.");
    }

    private static string[] Api(Assembly assembly) =>
    [
        .. assembly.GetExportedTypes()
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .SelectMany(type => Members(type).Order(StringComparer.Ordinal).Prepend($"{Kind(type)} {Name(type)}").Distinct()),
    ];

    private static IEnumerable<string> Members(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(m => (m is not MethodBase { IsSpecialName: true } || m is ConstructorInfo) && m is not Type && !m.Name.Contains('<', StringComparison.Ordinal))
        .Where(m => !IsOfEveryRecord(m))
        .Select(m => $"    {Name(type)}.{Signature(m)}");

    private static bool IsOfEveryRecord(MemberInfo member) =>
        member.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "PrintMembers" or "EqualityContract" or "value__" || member.DeclaringType!.IsEnum && member is MethodInfo;

    private static string Signature(MemberInfo member) => member switch
    {
        MethodInfo method => $"{method.Name}({Parameters(method)}): {Name(method.ReturnType)}",
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        PropertyInfo property => $"{property.Name}: {Name(property.PropertyType)}",
        FieldInfo field => $"{field.Name}: {Name(field.FieldType)}",
        _ => member.Name,
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"));

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        _ => "class",
    };

    private static string Name(Type type)
    {
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[]";
        if (type.IsByRef)
            return $"ref {Name(type.GetElementType()!)}";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return $"{Name(value)}?";
        var full = type.Namespace?.StartsWith("EvalHarness", StringComparison.Ordinal) == true && type.FullName is { } name ? name : type.Name;
        var plain = full.Split('[')[0].Split('`')[0];
        return type.IsGenericType ? $"{plain}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : plain;
    }
}
