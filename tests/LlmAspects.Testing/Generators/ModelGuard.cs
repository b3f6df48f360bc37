using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Testing.Generators;

/// <summary>Finds what a cached model must not hold: it would keep a whole compilation alive and never be equal to the next one.</summary>
public static class ModelGuard
{
    private const BindingFlags InstanceFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Walks every field and element that can be reached, and names the way to each offence.</summary>
    /// <param name="model">The model.</param>
    public static IReadOnlyList<string> FindOffences(object? model)
    {
        var offences = new List<string>();
        Walk(model, "model", new HashSet<object>(ReferenceEqualityComparer.Instance), offences);
        return offences;
    }

    private static void Walk(object? value, string path, HashSet<object> seen, List<string> offences)
    {
        if (value is null or string or Enum or bool or Type || value.GetType().IsPrimitive || !seen.Add(value))
        {
            return;
        }

        if (IsOffence(value))
        {
            offences.Add($"{path}: {value.GetType().Name}");
            return;
        }

        if (value is IEnumerable items)
        {
            WalkItems(items, path, seen, offences);
        }

        foreach (var field in FieldsOf(value.GetType()))
        {
            Walk(field.GetValue(value), $"{path}.{field.Name}", seen, offences);
        }
    }

    private static void WalkItems(IEnumerable items, string path, HashSet<object> seen, List<string> offences)
    {
        var index = 0;
        foreach (var item in items)
        {
            Walk(item, $"{path}[{index++}]", seen, offences);
        }
    }

    private static bool IsOffence(object value)
        => value is ISymbol or Compilation or SemanticModel or SyntaxNode or SyntaxTree or SyntaxToken or SyntaxReference
            or Location or Diagnostic or AttributeData or Delegate;

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            foreach (var field in current.GetFields(InstanceFields))
            {
                yield return field;
            }
        }
    }
}
