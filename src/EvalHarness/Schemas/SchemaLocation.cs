using System.Text.Json;

namespace EvalHarness.Schemas;

/// <summary>A schema within a document.</summary>
/// <param name="Pointer">From the document's root.</param>
/// <param name="Resource">The nearest enclosing schema with an address of its own; references are relative to it.</param>
internal sealed record SchemaLocation(SchemaDocument Document, string Pointer, JsonElement Element, SchemaResource Resource);
