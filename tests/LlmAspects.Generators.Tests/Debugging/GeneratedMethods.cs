using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using LlmAspects.Testing.Generators;
using Microsoft.CodeAnalysis.Emit;

namespace LlmAspects.Generators.Tests.Debugging;

/// <summary>The methods whose lines the symbol file places in a generated file: where a debugger could stop.</summary>
internal static class GeneratedMethods
{
    /// <summary>Compiles a source and reads its symbols.</summary>
    /// <param name="source">The text of the only file.</param>
    /// <returns>Each method, and whether it or its type carries <c>DebuggerStepThrough</c>.</returns>
    public static IReadOnlyDictionary<string, bool> Of(string source)
    {
        GeneratorRun run = GeneratorRunner.Run(source, TaskLikeTypes.Source);
        run.Problems.ShouldBeEmpty();
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        run.Output.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)).Success.ShouldBeTrue();

        using var file = new PEReader(image.ToArray().ToImmutableArray());
        using var provider = MetadataReaderProvider.FromPortablePdbImage(symbols.ToArray().ToImmutableArray());
        MetadataReader types = file.GetMetadataReader(), lines = provider.GetMetadataReader();
        return lines.MethodDebugInformation
            .Where(handle => IsInAGeneratedFile(lines, handle))
            .Select(static handle => handle.ToDefinitionHandle())
            .ToDictionary(handle => NameOf(types, handle), handle => IsSteppedThrough(types, handle));
    }

    private static bool IsInAGeneratedFile(MetadataReader lines, MethodDebugInformationHandle method)
        => lines.GetMethodDebugInformation(method).GetSequencePoints()
            .Any(point => !point.IsHidden && lines.GetString(lines.GetDocument(point.Document).Name).EndsWith(".g.cs", StringComparison.Ordinal));

    private static string NameOf(MetadataReader types, MethodDefinitionHandle handle)
    {
        var method = types.GetMethodDefinition(handle);
        return $"{types.GetString(types.GetTypeDefinition(method.GetDeclaringType()).Name)}.{types.GetString(method.Name)} {MetadataTokens.GetToken(handle):x8}";
    }

    // What a debugger looks at: the method and the type that declares it, not the types around it.
    private static bool IsSteppedThrough(MetadataReader types, MethodDefinitionHandle handle)
    {
        var method = types.GetMethodDefinition(handle);
        return IsSteppedThrough(types, method.GetCustomAttributes())
            || IsSteppedThrough(types, types.GetTypeDefinition(method.GetDeclaringType()).GetCustomAttributes());
    }

    private static bool IsSteppedThrough(MetadataReader types, CustomAttributeHandleCollection attributes)
        => attributes.Select(handle => types.GetCustomAttribute(handle).Constructor)
            .Where(static constructor => constructor.Kind == HandleKind.MemberReference)
            .Select(constructor => types.GetMemberReference((MemberReferenceHandle)constructor).Parent)
            .Where(static parent => parent.Kind == HandleKind.TypeReference)
            .Any(parent => types.GetString(types.GetTypeReference((TypeReferenceHandle)parent).Name) == "DebuggerStepThroughAttribute");
}
