using System.Text.Json;

namespace EvalHarness.Schemas;

/// <summary>One value against one schema: what keywords see while they check.</summary>
internal sealed class SchemaCheck
{
    private readonly SchemaNode node;
    private readonly SchemaRun run;
    private readonly ResourceScope scope;
    private readonly InstancePath? path;
    private readonly int depth;
    private readonly List<SchemaError> errors = [];
    private string keyword = "";

    private SchemaCheck(SchemaNode node, JsonElement instance, SchemaRun run, ResourceScope? outer, InstancePath? path, int depth)
    {
        this.node = node;
        this.run = run;
        this.path = path;
        this.depth = depth;
        scope = ResourceScope.Enter(outer, node.Resource);
        Instance = instance;
        Evaluated = run.TracksEvaluated ? new EvaluatedParts() : null;
    }

    public JsonElement Instance { get; }

    public IReadOnlyList<SchemaError> Errors => errors;

    public bool IsValid => errors.Count == 0;

    /// <summary>The value's parts that were looked at so far; absent when the schema never asks.</summary>
    public EvaluatedParts? Evaluated { get; }

    public static SchemaCheck Of(SchemaNode root, JsonElement instance, SchemaRun run)
    {
        var check = new SchemaCheck(root, instance, run, null, null, 0);
        check.CheckKeywords();
        return check;
    }

    public void Fail(string found, string expected) => errors.Add(Error(InstancePath.Pointer(path), found, expected));

    /// <summary>A property that is not there.</summary>
    public void FailMissing(string property, string expected) => errors.Add(Error(InstancePath.Pointer(path), $"'{property}' is missing", expected) with { Missing = property });

    /// <summary>A property whose name is wrong.</summary>
    public void FailName(string property, string found, string expected) =>
        errors.Add(Error(JsonPointer.Append(InstancePath.Pointer(path), property), found, expected) with { IsAboutName = true });

    /// <summary>It cannot be told whether the value is valid; so it is not.</summary>
    public void FailUndecided(string found, string expected) => run.AddUndecided(Error(InstancePath.Pointer(path), found, expected));

    /// <summary>The same value against another schema; its errors and what it looked at are not taken over.</summary>
    public SchemaCheck Try(SchemaNode schema) => Checked(new SchemaCheck(schema, Instance, run, scope, path, depth + 1));

    /// <summary>A part of the value against a schema; its errors are not taken over.</summary>
    public SchemaCheck TryPart(SchemaNode schema, JsonElement part, string segment) =>
        Checked(new SchemaCheck(schema, part, run, scope, new InstancePath(path, segment), depth + 1));

    /// <summary>The same value must meet another schema too.</summary>
    public void Require(SchemaNode schema) => Adopt(Try(schema));

    public void RequirePart(SchemaNode schema, JsonElement part, string segment) => errors.AddRange(TryPart(schema, part, segment).Errors);

    /// <summary>Takes over what another check of the same value found.</summary>
    public void Adopt(SchemaCheck other)
    {
        errors.AddRange(other.errors);
        if (other.IsValid)
            Evaluated?.Adopt(other.Evaluated!);
    }

    /// <summary>The schema that a <c>$dynamicRef</c> means here: the outermost with its anchor.</summary>
    public SchemaNode? Outermost(string dynamicAnchor) => scope.Outermost(dynamicAnchor);

    private static SchemaCheck Checked(SchemaCheck check)
    {
        if (check.depth > SchemaRun.MaxDepth)
            check.FailUndecided($"the schema refers to itself more than {SchemaRun.MaxDepth} levels deep", "Mend the schema, or send a value that is less deep.");
        else
            check.CheckKeywords();
        return check;
    }

    private void CheckKeywords()
    {
        if (node.IsNever)
            Fail("this must not be here", "Remove it.");
        foreach (var (name, check) in node.Keywords)
        {
            keyword = name;
            check.Check(this);
        }
    }

    private SchemaError Error(string instancePath, string found, string expected) =>
        new(instancePath, keyword.Length == 0 ? node.Pointer : JsonPointer.Append(node.Pointer, keyword), found, expected);
}
