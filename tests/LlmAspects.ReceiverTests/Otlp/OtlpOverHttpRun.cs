using OpenTelemetry.Exporter;

namespace LlmAspects.ReceiverTests.Otlp;

/// <summary>The run over HTTP with protobuf.</summary>
public sealed class OtlpOverHttpRun() : OtlpRun(OtlpExportProtocol.HttpProtobuf);
