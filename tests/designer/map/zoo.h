#pragma once

/// A design with an edge of every kind.
inline const char *const zooText = R"(openapi: 3.1.0
info: {title: Zoo, version: 1.0.0}
paths: {}
components:
  schemas:
    Animal:
      type: object
      required: [name]
      properties:
        name: {type: string}
        keeper: {$ref: '#/components/schemas/Keeper'}
        deputy: {anyOf: [{$ref: '#/components/schemas/Keeper'}, {type: 'null'}]}
        foods: {type: array, items: {$ref: '#/components/schemas/Food'}}
        home: {oneOf: [{$ref: '#/components/schemas/Cage'}, {$ref: '#/components/schemas/Pond'}]}
        visits:
          type: array
          items: {anyOf: [{$ref: '#/components/schemas/Cage'}, {type: string}]}
        byDay: {type: object, additionalProperties: {$ref: '#/components/schemas/Food'}}
        papers:
          type: object
          properties:
            issuer: {$ref: '#/components/schemas/Keeper'}
        mother: {$ref: '#/components/schemas/Animal'}
    Keeper:
      type: object
      properties:
        name: {type: string}
    Lion:
      allOf:
        - $ref: '#/components/schemas/Animal'
        - type: object
          properties:
            mane: {type: boolean}
    Food:
      type: string
      enum: [meat, hay]
    Cage:
      type: object
      properties:
        bars: {type: integer}
    Pond:
      type: object
      properties:
        depth: {type: number}
    Home:
      oneOf:
        - $ref: '#/components/schemas/Cage'
        - $ref: '#/components/schemas/Pond'
    Foods:
      type: array
      items: {$ref: '#/components/schemas/Food'}
)";
