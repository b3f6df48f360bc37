using System.Runtime.CompilerServices;

namespace LlmAspects.Runtime;

/// <summary>The full name of an exception's type, built once per type. The table is weak: a kept <see cref="Type"/> would pin a collectible load context.</summary>
internal static class ExceptionNames
{
    private static readonly ConditionalWeakTable<Type, string> Names = [];

    internal static string Of(Exception error) => Names.GetValue(error.GetType(), static type => type.FullName ?? type.Name);
}
