namespace LlmAspects.Generators.Tests.Signatures;

/// <summary>One signature, written once and expanded into an annotated declaration with its Core.</summary>
/// <param name="Name">What the case shows.</param>
/// <param name="Declaration">The members, with <c>@aspects</c> where the attributes go.</param>
/// <param name="ContainingType">The type around them, with <c>{0}</c> where the members go.</param>
public sealed record SignatureCase(string Name, string Declaration, string ContainingType = SignatureCase.PartialClass)
{
    public const string PartialClass = "public partial class Sample\n{{\n{0}\n}}";

    public string SourceWith(string aspects)
        => $$"""
            using System;
            using System.Collections.Generic;
            using System.Diagnostics.CodeAnalysis;
            using System.Runtime.CompilerServices;
            using System.Threading;
            using System.Threading.Tasks;
            using LlmAspects;

            namespace Contoso.{{Namespace}};

            {{string.Format(null, System.Text.CompositeFormat.Parse(ContainingType), Declaration.Replace("@aspects", $"[{aspects}]", StringComparison.Ordinal))}}
            """;

    /// <summary>The number of methods that carry aspects.</summary>
    public int MethodCount => Declaration.Split("@aspects").Length - 1;

    // Every case has a namespace of its own, so that all of them fit into one compilation.
    private string Namespace => string.Concat(Name.Select(static letter => char.IsAsciiLetter(letter) ? letter : '_')) + "_case";
}
